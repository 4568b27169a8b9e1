export {catalogue, findBase, recipeDigest, slugOf} from './catalogue';
export {nearestBases} from './nearest';
export {rebuildBases, type RebuildRequest} from './rebuild';
export {type Pins, readPins, writePins} from './pins';
export {cannotRebuild, installRebuildTools} from './machine/tools';
export {listBases, rebuildCommand} from './cli';
export * from './types';
