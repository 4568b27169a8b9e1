import type {FileRecipe} from '../recipe/types';
import {directory, file, key, type Node, symlink, type Tree} from '../tree/tree';

/** Makes the files of a recipe, all owned by root and world-readable unless it says otherwise. */
export function filesOf(recipes: readonly FileRecipe[]): Tree {
  return new Map(recipes.map((recipe) => [key(recipe.path), nodeOf(recipe)]));
}

function nodeOf({type, text = '', mode, uid, gid}: FileRecipe): Node {
  const owned = {
    ...(mode !== undefined && {mode}),
    ...(uid !== undefined && {uid}),
    ...(gid !== undefined && {gid}),
  };
  if (type === 'symlink') return symlink(text);
  return type === 'directory' ? directory(owned) : file(text, owned);
}
