// What V8, SpiderMonkey and acorn say in English, said in French: a student never meets the English alone.
import type { ThrownEvidence } from '../evidence/evidence.ts';
import { ENGINE } from './engine-sentences.ts';

type Translation = readonly [pattern: RegExp, sentence: (...groups: readonly string[]) => string];

// Most precise first: the first match wins.
const TRANSLATIONS: readonly Translation[] = [
  [/^require is not defined/, ENGINE.require],
  [/^(?:module|exports) is not defined/, ENGINE.moduleExports],
  [/^(\S+) is not defined$/, ENGINE.notDefined],
  [/^Cannot access '(.+)' before initialization$/, ENGINE.beforeInitialization],
  [/^can't access lexical declaration '(.+)' before initialization$/, ENGINE.beforeInitialization],
  [/^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/, ENGINE.readProperty],
  [
    /^can't access property "(.+)", .+ is (undefined|null)$/,
    (name = '', value = '') => ENGINE.readProperty(value, name),
  ],
  [/^Cannot set properties of (undefined|null) \(setting '(.+)'\)$/, ENGINE.setProperty],
  [/^Assignment to constant variable\.?$/, ENGINE.constant],
  [/^invalid assignment to const '.+'$/, ENGINE.constant],
  [/^Class constructor (\S+) cannot be invoked without 'new'$/, ENGINE.classWithoutNew],
  [/^(.+) is not a function or its return value is not iterable$/, ENGINE.notIterable],
  [/^(.+) is not a function$/, ENGINE.notAFunction],
  [/^(.+) is not a constructor$/, ENGINE.notAConstructor],
  [/^(.+) is not iterable.*$/, ENGINE.notIterable],
  [/^(?:Maximum call stack size exceeded|too much recursion)$/, ENGINE.recursion],
  [/^Invalid array length|^invalid array length$/, ENGINE.arrayLength],
  [/^(?:Invalid string length|allocation size overflow)$/, ENGINE.stringLength],
  [/^Array buffer allocation failed/, ENGINE.allocation],
  [/^Cannot mix BigInt and other types/, ENGINE.mixedBigInt],
  [/^Digest already called$/, ENGINE.digestTwice],
  [/^Digest method not supported$/, ENGINE.unknownDigest],
  [
    /^The "(.+)" argument must be (?:of type|an instance of|one of) (.+?)\. Received (.+)$/s,
    ENGINE.argumentType,
  ],
  [/JSON\.parse:|is not valid JSON$|in JSON at position/, ENGINE.json],
  [
    /^Unexpected end of input$|^Unexpected token \(end\)|^expected .* got end of script/,
    ENGINE.endOfInput,
  ],
  // A colon where none may stand is a type far more often than a slip.
  [/^Unexpected token ':'|^missing \) after formal parameters/, ENGINE.typeAnnotation],
  [/^Unexpected identifier 'as'/, ENGINE.typeAssertion],
  [/^Unexpected token '(.+)'$/, ENGINE.unexpectedToken],
  [/^Unexpected token(?: \(\d+:\d+\))?$/, ENGINE.unexpected],
  [/^Unexpected identifier(?: '(.+)')?$/, ENGINE.unexpectedIdentifier],
  [/^Unexpected (?:string|template string|number)/, ENGINE.unexpectedLiteral],
  [/^Unexpected (?:strict mode )?reserved word|^The keyword '.+' is reserved/, ENGINE.reservedWord],
  [
    /^await is only valid in async functions|^Cannot use keyword 'await' outside/,
    ENGINE.awaitOutside,
  ],
  [/^missing \) after argument list|^missing \) /, ENGINE.missingParenthesis],
  [
    /^Invalid or unexpected token$|^Unterminated string constant|^illegal character|^unterminated string literal|^'' string literal contains an unescaped line break/,
    ENGINE.invalidToken,
  ],
  [/^Unterminated template/, ENGINE.unterminatedTemplate],
  [/^Invalid regular expression/, ENGINE.regularExpression],
  [
    /^(?:Identifier '(.+)' has already been declared|redeclaration of \S+ (.+))/,
    ENGINE.declaredTwice,
  ],
  [
    /^Illegal return statement|^return not in function|^'return' outside of function/,
    ENGINE.returnOutside,
  ],
  [
    /^Illegal (?:break|continue) statement|^unlabeled break|^Unsyntactic break/,
    ENGINE.breakOutside,
  ],
  [
    /^Missing initializer in const declaration|^missing = in const declaration/,
    ENGINE.constWithoutValue,
  ],
  [
    /^Invalid left-hand side in assignment|^invalid assignment left-hand side|^Assigning to rvalue/,
    ENGINE.assignment,
  ],
  [/^Duplicate export of '(.+)'|^Duplicate export '(.+)'/, ENGINE.exportedTwice],
  [/^Export '(.+)' is not defined|^Export '(.+)' not defined/, ENGINE.exportUndefined],
  [
    /^Cannot use import statement outside a module|^'import' and 'export' may appear only/,
    ENGINE.importPlace,
  ],
  [/^Octal (?:literals|escape sequences)|^Legacy octal/, ENGINE.octal],
];

/** The French sentence for an engine's message, with a final point; `null` when the message is not a known one. */
export function translateEngineMessage(message: string): string | null {
  for (const [pattern, sentence] of TRANSLATIONS) {
    const match = pattern.exec(message);
    if (match !== null) {
      // A group of the alternative that did not match is undefined, whatever the type says.
      return sentence(...match.slice(1).filter((group) => typeof group === 'string'));
    }
  }
  return null;
}

/** What was thrown, in one French sentence: translated, or quoted as the engine's or the student's own words. */
export function describeThrown(thrown: ThrownEvidence): string {
  if (isPrimitive(thrown)) return ENGINE.primitive(thrown.message);
  const french = translateEngineMessage(thrown.message);
  if (french !== null) return ENGINE.named(thrown.name, french);
  return isEngineError(thrown.name)
    ? ENGINE.untranslated(thrown.name, thrown.message)
    : ENGINE.own(thrown.name, thrown.message);
}

/** What was thrown, as the engine would print it. */
export function showThrown(thrown: ThrownEvidence): string {
  return isPrimitive(thrown) ? thrown.message : `${thrown.name}: ${thrown.message}`;
}

/** A syntax error's reason; engines give no name with it. */
export function describeSyntax(message: string): string {
  // Engines and loaders sometimes keep the class's name in front.
  const bare = message.replace(/^(?:Uncaught )?SyntaxError: /, '').trim();
  return translateEngineMessage(bare) ?? ENGINE.unknownSyntax(bare);
}

/** `Error` itself is left out: students throw it with words of their own. */
function isEngineError(name: string): boolean {
  return /^(?:Type|Reference|Range|Syntax|URI|Internal)Error$/.test(name);
}

/** The evidence of a thrown primitive has its `typeof` for a name, and that of `null` is `object`. */
function isPrimitive({ name }: ThrownEvidence): boolean {
  return /^(?:undefined|object|boolean|number|bigint|string|symbol)$/.test(name);
}
