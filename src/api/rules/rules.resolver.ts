import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Desk } from '../../curation/desk.js';
import { situationsOf } from '../../curation/rules/situations.js';
import { idOf } from '../../domain/ontology.js';
import { type Outlook, outlookOf } from '../../domain/rules/outlook.js';
import { ALL_RULES } from '../../domain/rules/rules.js';
import type { AgreementRecord } from '../../exchange/format/records.js';
import type { Graph } from '../../graph/graph.js';
import { Agreement } from '../agreement/agreement.type.js';
import type { Context } from '../context.js';
import { AgreementOutlook } from './outlook.type.js';
import { findingOf, RuleType, ruleOf } from './rule.type.js';

@Resolver(() => Agreement)
export class RulesResolver {
  @Query(() => [RuleType], { description: 'What is asked of agreements, and what becomes of an edit that breaks it.' })
  rules(): RuleType[] {
    return ALL_RULES.map(ruleOf);
  }

  @FieldResolver(() => AgreementOutlook, { description: 'What may happen next to it, and what is missing.' })
  async outlook(@Root() { id }: Agreement, @Ctx() { load, today }: Context): Promise<AgreementOutlook> {
    const { track, missing, findings, next } = await load.forId(['outlook', today], (graph, ids) => outlooksOf(graph, ids, today), id);
    return {
      track,
      missing,
      findings: findings.map(findingOf),
      next: next.map((step) => ({ ...step, findings: step.findings.map(findingOf) })),
    };
  }
}

async function outlooksOf(graph: Graph, ids: readonly string[], today: string): Promise<Outlook[]> {
  const desk = new Desk(graph);
  const held = await desk.held(ids);
  const records = ids.map((id) => held.get(id)?.record.record as AgreementRecord);
  const situations = await situationsOf(desk, records, today);
  const outlooks = new Map(situations.map((situation, index) => [idOf('Agreement', records[index]?.key ?? ''), outlookOf(situation)]));
  return ids.map((id) => outlooks.get(id) as Outlook);
}
