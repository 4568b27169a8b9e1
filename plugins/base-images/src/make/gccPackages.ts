import {GCC_HOME} from '../recipe/gccOnMusl';
import type {ApkRecipe, ApkRepositoryRecipe} from '../recipe/types';
import {file, merge, type Node, select, symlink, type Tree} from '../tree/tree';
import type {ApkPackage} from './apkPackages';
import {debOf, debsOf} from './debLayer';
import type {Workshop} from './workshop';

type GccRecipe = Extract<ApkRecipe, {from: 'gcc'}>;
type BinutilsRecipe = Extract<ApkRecipe, {from: 'binutils'}>;

const HOME = GCC_HOME.slice(1);

/** glibc and the libraries that the assembler, the linker and the compiler proper need. */
const BINUTILS_LIBRARIES = [
  'libc6',
  'libbinutils',
  'libctf0',
  'libctf-nobfd0',
  'libgprofng0',
  'libjansson4',
  'libsframe1',
  'libzstd1',
  'zlib1g',
];
const GCC_LIBRARIES = ['libgmp10', 'libisl23', 'libmpc3', 'libmpfr6'];
const BINUTILS = [
  'addr2line',
  'ar',
  'as',
  'ld',
  'nm',
  'objcopy',
  'objdump',
  'ranlib',
  'readelf',
  'size',
  'strings',
  'strip',
];

/** Headers, start files and the static libc of Debian's musl; programs link against the image's own loader. */
export async function muslDevPackage(
  repository: ApkRepositoryRecipe,
  workshop: Workshop,
): Promise<ApkPackage> {
  const deb = await debOf(workshop, repository.suite, 'musl-dev');
  const triplet = workshop.platform.triplet.replace('-gnu', '-musl');
  const tree = select(deb.files, (path, {type}) => {
    if (type === 'directory' || path.endsWith('.specs')) return undefined;
    if (path.startsWith(`usr/include/${triplet}/`)) return path.replace(`${triplet}/`, '');
    return path.startsWith(`usr/lib/${triplet}/`) ? path.replace(`${triplet}/`, '') : undefined;
  });
  tree.set('usr/lib/libc.so', symlink(`/lib/${workshop.platform.muslLoader}`));
  const made = packaged(
    'musl-dev',
    deb.version,
    `musl development files of Debian, ${deb.version}`,
    '',
    tree,
  );
  // Dockerfiles ask for the headers under both names.
  return {...made, info: {...made.info, provides: `libc-dev=${made.info.version}`}};
}

/** Assembler, linker and friends of Debian, each behind a script that starts it with its own glibc. */
export async function binutilsPackage(
  recipe: BinutilsRecipe,
  repository: ApkRepositoryRecipe,
  workshop: Workshop,
): Promise<ApkPackage> {
  const {triplet} = workshop.platform;
  const deb = await debOf(workshop, repository.suite, `binutils-${triplet.replaceAll('_', '-')}`);
  const programs = select(deb.files, (path, {type}) => {
    if (type !== 'file') return undefined;
    const name = path.replace(`usr/bin/${triplet}-`, '').replace(/^ld\.bfd$/, 'ld');
    return BINUTILS.includes(name) ? `${HOME}/binutils/${name}` : undefined;
  });
  const wrappers: Tree = new Map(
    [...programs.keys()].map((path) => [
      `usr/bin/${path.slice(path.lastIndexOf('/') + 1)}`,
      wrapper(recipe.wrapper, `/${path}`, '', workshop),
    ]),
  );
  const libraries = await librariesOf(BINUTILS_LIBRARIES, repository, workshop);
  const description = `binutils of Debian, ${deb.version}, with a glibc of their own`;
  return packaged('binutils', deb.version, description, '', merge(libraries, programs, wrappers));
}

/** The C compiler of Debian behind scripts, told by its specs to compile and link for musl. */
export async function gccPackage(
  recipe: GccRecipe,
  repository: ApkRepositoryRecipe,
  workshop: Workshop,
): Promise<ApkPackage> {
  const {triplet} = workshop.platform;
  const dashed = triplet.replaceAll('_', '-');
  const names = [`gcc-14-${dashed}`, `cpp-14-${dashed}`, 'libgcc-14-dev'];
  const [gcc, cpp, libgcc] = await debsOf(workshop, repository.suite, names);
  if (!gcc || !cpp || !libgcc) throw new Error('gcc: packages of the compiler are missing');
  const private_ = `${HOME}/libexec/gcc/${triplet}/14`;
  const library = `${HOME}/lib/gcc/${triplet}/14`;
  const driver = `${HOME}/bin/gcc`;
  const support = select(libgcc.files, (path, {type}) =>
    type !== 'directory' && WANTED.test(path) ? path.replace(/^usr/, HOME) : undefined,
  );
  const tree = merge(
    await librariesOf(GCC_LIBRARIES, repository, workshop),
    support,
    new Map<string, Node>([
      [driver, program(gcc.files, `usr/bin/${triplet}-gcc-14`)],
      [`${HOME}/programs/cc1`, program(cpp.files, `usr/libexec/gcc/${triplet}/14/cc1`)],
      [`${HOME}/programs/collect2`, program(gcc.files, `usr/libexec/gcc/${triplet}/14/collect2`)],
      [`${private_}/cc1`, wrapper(recipe.wrapper, `${GCC_HOME}/programs/cc1`, `/${private_}/cc1`, workshop)],
      [
        `${private_}/collect2`,
        wrapper(recipe.wrapper, `${GCC_HOME}/programs/collect2`, `/${private_}/collect2`, workshop),
      ],
      [`${library}/specs`, file(recipe.specs)],
      ['usr/bin/gcc', wrapper(recipe.wrapper, `/${driver}`, `/${driver}`, workshop)],
      ['usr/bin/cc', symlink('gcc')],
    ]),
  );
  const description = `gcc of Debian, ${gcc.version}, with a glibc of its own, compiling for musl`;
  return packaged('gcc', gcc.version, description, 'binutils', tree);
}

/** Start files, the static libgcc and the compiler's own headers; no sanitizers, no OpenMP, no coverage. */
const WANTED = /\/(?:crt(?:begin|end)[ST]?\.o|libgcc(?:_eh)?\.a|include\/.*\.h)$/;

function program(files: Tree, path: string): Node {
  const node = files.get(path);
  if (!node) throw new Error(`${path}: not in the package`);
  return node;
}

function wrapper(text: string, path: string, name: string, {platform}: Workshop): Node {
  const filled = text
    .replaceAll('@LOADER@', platform.glibcLoader)
    .replaceAll('@PROGRAM@', path)
    .replaceAll('@NAME@', name);
  return file(filled, {mode: 0o755});
}

async function librariesOf(
  names: readonly string[],
  repository: ApkRepositoryRecipe,
  workshop: Workshop,
): Promise<Tree> {
  const debs = await debsOf(workshop, repository.suite, names);
  const shared = new RegExp(`^usr/lib/(?:${workshop.platform.triplet}/)?[^/]+\\.so(?:\\.[^/]*)?$`);
  return select(merge(...debs.map(({files}) => files)), (path, node) =>
    // Not links into another folder: on arm64 one has the loader's name, and would take its place.
    shared.test(path) && (node.type === 'file' || (node.type === 'symlink' && !node.target?.includes('/')))
      ? `${HOME}/glibc/${path.slice(path.lastIndexOf('/') + 1)}`
      : undefined,
  );
}

function packaged(
  name: string,
  debian: string,
  description: string,
  depends: string,
  tree: Tree,
): ApkPackage {
  const [, upstream = '0', revision = '0'] = /^(?:\d+:)?([\d.]+)[^-]*(?:-(\d+))?/.exec(debian) ?? [];
  return {
    info: {name, version: `${upstream}-r${revision}`, description, depends, provides: ''},
    tree,
    scripts: new Map(),
    triggers: [],
  };
}
