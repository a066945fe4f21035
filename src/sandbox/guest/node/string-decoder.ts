// `node:string_decoder`: the npm package of that name.
import stringDecoder from 'string_decoder/lib/string_decoder.js';

export default stringDecoder;
