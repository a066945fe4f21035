// The script of the visitor page: shows the page that the student gives, or else the browser's own WebSocket and nothing more.
import { parseLivePath } from '../../live/index.ts';
import { find } from '../element.ts';
import { fetchStudentPage } from './fetch-student-page.ts';
import { LiveVisitor } from './live-visitor.ts';
import { PageStage } from './page-stage.ts';

const code = parseLivePath(location.pathname)?.code ?? null;
const fetched = code === null ? null : await fetchStudentPage(code);
const isStage = fetched?.status === 'given' || fetched?.status === 'away';
document.body.dataset.view = isStage ? 'stage' : 'client';
// A document has one `<main>` that is not hidden (HTML §4.4.14).
find(document, '.stage-main', HTMLElement).hidden = !isStage;
find(document, '.visitor-main', HTMLElement).hidden = isStage;
customElements.define('page-stage', PageStage);
if (isStage && code !== null) {
  find(document, 'page-stage', PageStage).start(code, fetched.status === 'given');
} else customElements.define('live-visitor', LiveVisitor);
