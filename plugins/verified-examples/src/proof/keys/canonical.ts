export {canonicalJson} from '../../../../base-images/src/digest';
