// `node:zlib`: placeholder until deflate lands.
const zlib = { constants: {}, Z_SYNC_FLUSH: 2, Z_DEFAULT_WINDOWBITS: 15 };
export default zlib;
