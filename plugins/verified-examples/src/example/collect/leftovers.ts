/**
 * Names of what editors, operating systems and tools leave in a folder. They are no part of an example: with one of them
 * a proof would be stale, and would be published with it. After github.com/github/gitignore, folder Global, and this
 * repository's own .gitignore.
 */
const LEFTOVERS: readonly RegExp[] = [
  // Vim: swap files, undo files, and the name with which it tries whether it may write.
  /^\..*\.s[a-w][a-z]$/,
  /^\..*\.un~$/,
  /^4913$/,
  // Backup copies of many editors; Emacs: locks, which are links, and files that were not saved.
  /~$/,
  /^\.#/,
  /^#.*#$/,
  // Nano, Kate, JetBrains, Visual Studio Code.
  /\.save$/,
  /\.kate-swp$/,
  /^___jb_(?:tmp|old)___$|___jb_(?:tmp|old)___$/,
  /^\.(?:idea|vscode|vs|fleet|zed)$/,
  // macOS, Windows, Linux.
  /^\.DS_Store$|^\._|^\.AppleDouble$|^\.Spotlight-V100$|^\.Trashes$/,
  /^(?:Thumbs|ehthumbs)\.db$|^desktop\.ini$/i,
  /^\.directory$|^\.Trash-|^\.nfs|^\.fuse_hidden/,
  // Git: of a merge and of a patch.
  /\.(?:orig|rej)$/,
  /^node_modules$/,
  /\.log$/,
];

/** Whether a file or folder of this name was left by a tool, and so is no part of an example. */
export function isLeftover(name: string): boolean {
  return LEFTOVERS.some((pattern) => pattern.test(name));
}
