/** What the packager reads of a package's package.json. */
export type Manifest = {
  name: string;
  exports: Record<string, string | { types?: string; default: string }>;
  dependencies?: Record<string, string>;
  files: string[];
};
