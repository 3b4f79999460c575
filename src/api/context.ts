import type { Analyst } from '../analytics/whole-graph/analyst.js';
import type { Actor } from '../domain/access/actor.js';
import type { Graph } from '../graph/graph.js';
import type { Feed } from '../live/feed.js';
import type { SearchIndex } from '../store/search-index.js';
import type { Loaders } from './loaders.js';

/** What every resolver gets, made anew for each request. */
export interface Context {
  /** Who asks. */
  readonly actor: Actor;
  readonly graph: Graph;
  readonly load: Loaders;
  readonly search: SearchIndex;
  /** Answers whole-graph questions. */
  readonly analyst: Analyst;
  /** Tells of changes when they have been committed. */
  readonly feed: Feed;
  /** The current day (ISO, UTC): what "now" means for questions about elapsed time. */
  readonly today: string;
}
