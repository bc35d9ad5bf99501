import ts from 'typescript';

type ImportKind = 'any' | 'types';

/**
 * Which package may import which, and whether more than types: the arrows of the workspace. They leave no room for a
 * circle. Which libraries a package may use is a lint rule (biome.json).
 */
export const arrows: Readonly<Record<string, Readonly<Record<string, ImportKind>>>> = {
  core: {},
  ui: { core: 'types' },
  react: { core: 'any', ui: 'any' },
  openapi: { core: 'types' },
  demo: { core: 'any', react: 'any', openapi: 'any' },
};

const scope = '@tokenwright/';

interface Import {
  readonly specifier: string;
  /** Gone after compiling, so that only the types of the other package are used. */
  readonly typeOnly: boolean;
  readonly position: number;
}

function importIn(node: ts.Node): Import | undefined {
  const found = (specifier: ts.Node | undefined, typeOnly: boolean): Import | undefined =>
    specifier && ts.isStringLiteralLike(specifier)
      ? { specifier: specifier.text, typeOnly, position: specifier.getStart() }
      : undefined;

  // `import { type A }` is no type import: verbatimModuleSyntax keeps it as `import {}`, which loads the module.
  if (ts.isImportDeclaration(node)) {
    return found(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  }
  if (ts.isExportDeclaration(node)) return found(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node))
    return found(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const loads =
      expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
    return loads ? found(node.arguments[0], false) : undefined;
  }
  return undefined;
}

function importsIn(source: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importIn(node);
    if (found) imports.push(found);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Says why the import is not allowed, or nothing if it is. `path` is relative to the workspace, with `/`. */
function objection(from: string, path: string, { specifier, typeOnly }: Import): string | undefined {
  if (specifier.startsWith('.')) {
    const target = new URL(specifier, new URL(path, 'file:///')).pathname;
    return target.startsWith(`/packages/${from}/`)
      ? undefined
      : `leaves packages/${from}: import a package by its name`;
  }
  if (!specifier.startsWith(scope)) return undefined;

  const [to = '', ...rest] = specifier.slice(scope.length).split('/');
  const kind = arrows[from]?.[to];
  if (kind === undefined) return `is no arrow of the workspace: ${from} does not import ${to}`;
  if (kind === 'types' && !typeOnly) return `loads ${to}, of which ${from} uses the types only: write \`import type\``;
  if (rest.length > 0 && !/^styles(\.layer)?\.css$/.test(rest.join('/')))
    return `reaches into ${to}: import what it exports`;
  return undefined;
}

/**
 * The imports of one file that the workspace's arrows do not allow.
 *
 * @param path Path of the file from the root of the workspace, such as `packages/ui/src/index.ts`.
 * @param text Its source.
 * @returns One line each: file, line number, what is imported and why that is wrong.
 */
export function forbiddenImports(path: string, text: string): string[] {
  const from = path.split('/')[1] ?? '';
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return importsIn(source).flatMap((found) => {
    const reason = objection(from, path, found);
    const line = source.getLineAndCharacterOfPosition(found.position).line + 1;
    return reason ? [`${path}:${line}: '${found.specifier}' ${reason}`] : [];
  });
}
