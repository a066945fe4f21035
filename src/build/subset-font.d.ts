// The part of subset-font's interface that we use: the package ships no types.
declare module 'subset-font' {
  type Options = {
    readonly targetFormat?: 'sfnt' | 'woff2';
    readonly keepFeatures?: readonly string[];
    readonly keepAllGlyphs?: boolean;
    readonly noHinting?: boolean;
  };
  const subsetFont: (font: Buffer, text: string, options?: Options) => Promise<Buffer>;
  export default subsetFont;
}
