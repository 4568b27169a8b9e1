export {catalogue, findBase, recipeDigest, SCRATCH, slugOf} from './catalogue';
export {nearestBases} from './nearest';
export {rebuildBases, type RebuildRequest} from './rebuild';
export {type Pins, readPins, writePins} from './pins';
export {cannotRebuild, installRebuildTools} from './machine/tools';
export {listBases, rebuildCommand} from './cli';
export * from './types';
