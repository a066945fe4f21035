// What V8 and acorn say in English, said in French: a student never meets the English alone. Other engines: engine-dialects.ts; Node's own errors: node-messages.ts.
import type { ThrownEvidence } from '../evidence/evidence.ts';
import { JAVASCRIPTCORE, SPIDERMONKEY, type Translation } from './engine-dialects.ts';
import { ENGINE } from './engine-sentences.ts';
import { NODE } from './node-messages.ts';

// Most precise first: the first match wins.
const V8: readonly Translation[] = [
  [/^require is not defined/, ENGINE.require],
  [/^(?:module|exports) is not defined/, ENGINE.moduleExports],
  [/^(\S+) is not defined$/, ENGINE.notDefined],
  [/^Cannot access '(.+)' before initialization$/, ENGINE.beforeInitialization],
  [/^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/, ENGINE.readProperty],
  [/^Cannot set properties of (undefined|null) \(setting '(.+)'\)$/, ENGINE.setProperty],
  [/^Assignment to constant variable\.?$/, ENGINE.constant],
  [/^Class constructor (\S+) cannot be invoked without 'new'$/, ENGINE.classWithoutNew],
  [/^(.+) is not a function or its return value is not iterable$/, ENGINE.notIterable],
  [/^(.+) is not a function$/, ENGINE.notAFunction],
  [/^(.+) is not a constructor$/, ENGINE.notAConstructor],
  [/^(.+) is not iterable.*$/, ENGINE.notIterable],
  [/^Maximum call stack size exceeded$/, ENGINE.recursion],
  [/^Invalid array length|^invalid array length$/, ENGINE.arrayLength],
  [/^Invalid string length$/, ENGINE.stringLength],
  [/^Array buffer allocation failed/, ENGINE.allocation],
  [/^Cannot destructure property '.+' of '.+' as it is (undefined|null)\.$/, ENGINE.destructured],
  [/^Cannot assign to read only property/, ENGINE.readOnly],
  [/^Must call super constructor/, ENGINE.superFirst],
  [/^Reduce of empty array|^reduce of empty array/, ENGINE.emptyReduce],
  [/^Offset is outside the bounds of the DataView$/, ENGINE.outsideBytes],
  [/^Cannot mix BigInt and other types/, ENGINE.mixedBigInt],
  [
    /JSON\.parse:|is not valid JSON$|in JSON at position|^Unexpected end of JSON input$/,
    ENGINE.json,
  ],
  [/^Unexpected end of input$|^Unexpected token \(end\)/, ENGINE.endOfInput],
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
  [/^missing \) after argument list/, ENGINE.missingParenthesis],
  [/^Invalid or unexpected token$|^Unterminated string constant/, ENGINE.invalidToken],
  [/^Unterminated template/, ENGINE.unterminatedTemplate],
  [/^Invalid regular expression/, ENGINE.regularExpression],
  [/^Identifier '(.+)' has already been declared/, ENGINE.declaredTwice],
  [/^Illegal return statement|^'return' outside of function/, ENGINE.returnOutside],
  [/^Illegal (?:break|continue) statement|^Unsyntactic break/, ENGINE.breakOutside],
  [/^Missing initializer in const declaration/, ENGINE.constWithoutValue],
  [/^Invalid left-hand side in assignment|^Assigning to rvalue/, ENGINE.assignment],
  [/^Duplicate export of '(.+)'|^Duplicate export '(.+)'/, ENGINE.exportedTwice],
  [/^Export '(.+)' is not defined|^Export '(.+)' not defined/, ENGINE.exportUndefined],
  [
    /^Cannot use import statement outside a module|^'import' and 'export' may appear only/,
    ENGINE.importPlace,
  ],
  [/^Octal (?:literals|escape sequences)|^Legacy octal/, ENGINE.octal],
  [/^Missing catch or finally after try/, ENGINE.tryAlone],
  [/^Function statements require a function name/, ENGINE.functionName],
  [/^Duplicate parameter name/, ENGINE.parameterTwice],
];

const TRANSLATIONS: readonly Translation[] = [...V8, ...NODE, ...SPIDERMONKEY, ...JAVASCRIPTCORE];

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
