/** @returns The address of a new issue for a message that no page has: its title, and a form for what a report needs */
export function reportAddress(repository: string, message = 'The message, as it was printed'): string {
  const body = `What printed it, and the image it ran in:\n\n\n\`\`\`text\n${message}\n\`\`\`\n`;
  return `${repository}/issues/new?${new URLSearchParams({title: 'Missing message', body}).toString()}`;
}
