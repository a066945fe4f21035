// The French sentences that say what is wrong with slides/errata.yaml.

export const ERRATA_REASONS = {
  id: 'un identifiant s’écrit « E5.1 » : la diapo, un point, un rang',
  slide: 'une diapo s’écrit « S5 » ; « S0 » est tout le support',
  list: 'une liste est attendue',
  kinds: 'il faut au moins un genre',
  kind: (kinds: readonly string[]) => `un genre est l’un de : ${kinds.join(', ')}`,
  starred: '« true » ou « false » est attendu',
  quote: 'une citation, ou une liste de citations, est attendue',
  sources: 'il faut au moins une source',
  nothingSaid: 'il faut dire ce que disait le support : « quote », « code » ou « note »',
  yaml: (reason: string) => `YAML illisible : ${reason.split('\n')[0] ?? ''}`,
  twice: (id: string) => `« ${id} » sert deux fois`,
  elsewhere: (id: string, slide: number) => `« ${id} » est rangé sous la diapo S${slide}`,
} as const;
