import { STAGES, spansOf, stageRank } from '../../../domain/stage.js';
import { type Ref, Unit } from '../../../graph/unit.js';
import type { AgreementDetailRecord, AgreementRecord } from '../../format/records.js';
import { stepNumbers } from '../../format/step-numbers.js';
import type { PlaceTree } from '../place-tree.js';
import { type Facts, given, keyOf } from './facts.js';
import { bilingual, dated, effectiveDay, namesOf, ref } from './properties.js';
import { type Added, addCitations, citesOf, partNumber } from './shared-fields.js';

type StageRecord = AgreementRecord['stages'][number];
type PlanRecord = AgreementRecord['plans'][number];

export function agreementUnit(agreement: AgreementRecord, tree: PlaceTree): Unit {
  const unit = new Unit(ref('Agreement', agreement.key));
  const title = agreement.title ?? { en: agreement.parties.map((party) => tree.get(party)?.name ?? party).join(' – ') };
  unit.addNode(unit.of, { kind: agreement.kind, ...bilingual(title), note: agreement.note ?? null });
  agreement.parties.forEach((party, position) => {
    unit.addRelationship('HAS_PARTY', unit.of, ref('Place', party), { position });
  });
  addSectors(unit, agreement.sectors, 0);
  if (agreement.umbrella !== undefined) unit.addRelationship('UNDER', unit.of, ref('Agreement', agreement.umbrella));
  if (agreement.promptedBy !== undefined) unit.addRelationship('PROMPTED_BY', unit.of, ref('Award', agreement.promptedBy));
  addStages(unit, agreement.key, agreement.stages, [], null);
  addPlans(unit, agreement.key, agreement.plans, null);
  addCitations(unit, unit.of, agreement.cites);
  return unit;
}

/** What a data set says of an agreement of another one: more steps, plans and sectors, and citations of it and of its steps. */
export function agreementDetailUnit(detail: AgreementDetailRecord, agreement: AgreementRecord, dataSet: string): Unit {
  const unit = new Unit(ref('Agreement', agreement.key));
  const sectors = detail.sectors.filter((sector) => !agreement.sectors.includes(sector));
  addSectors(unit, sectors, agreement.sectors.length);
  addStages(unit, agreement.key, detail.stages, agreement.stages, { by: dataSet, after: agreement.stages.length });
  addPlans(unit, agreement.key, detail.plans, { by: dataSet, after: agreement.plans.length });
  const numbers = stepNumbers(agreement.stages);
  for (const { stage, cites } of detail.supports) {
    const supported = agreement.stages[numbers.indexOf(stage)];
    addCitations(unit, ref('Stage', `${agreement.key}.${stage}`), cites, supported?.cites.length ?? 0);
  }
  addCitations(unit, unit.of, detail.cites, agreement.cites.length);
  return unit;
}

function addSectors(unit: Unit, sectors: readonly string[], after: number): void {
  sectors.forEach((sector, index) => {
    unit.addRelationship('IN_SECTOR', unit.of, ref('Sector', sector), { position: after + index });
  });
}

/** Steps, with what follows for each from all of them. */
function addStages(unit: Unit, key: string, steps: readonly StageRecord[], before: readonly StageRecord[], added: Added | null): void {
  const spans = spansOf([...before, ...steps].map(({ stage, date }) => ({ stage, effective: effectiveDay(date) })));
  const numbers = stepNumbers(steps);
  steps.forEach((step, index) => {
    const stage = ref('Stage', `${key}.${partNumber(numbers[index] as number, added)}`);
    unit.addNode(stage, {
      stage: step.stage,
      phase: STAGES[step.stage].phase,
      ...dated(step.date),
      rank: stageRank({ stage: step.stage, effective: effectiveDay(step.date) }),
      ...spans[before.length + index],
      note: step.note ?? null,
    });
    unit.addRelationship('REACHED', unit.of, stage, { position: before.length + index });
    if (step.event !== undefined) unit.addRelationship('MARKED_BY', stage, ref('Event', step.event));
    addCitations(unit, stage, step.cites);
  });
}

function addPlans(unit: Unit, key: string, plans: readonly PlanRecord[], added: Added | null): void {
  plans.forEach(({ stage = null, description, date, cites }, index) => {
    const plan = ref('Plan', `${key}.${partNumber(index + 1, added)}`);
    unit.addNode(plan, { position: (added?.after ?? 0) + index, stage, ...bilingual(description), ...dated(date) });
    unit.addRelationship('EXPECTS', unit.of, plan);
    addCitations(unit, plan, cites);
  });
}

export function agreementOf(facts: Facts): AgreementRecord {
  const { own } = facts;
  return {
    key: facts.key,
    kind: own.kind as AgreementRecord['kind'],
    title: namesOf(own),
    parties: facts.keys('HAS_PARTY'),
    sectors: facts.keys('IN_SECTOR'),
    umbrella: facts.keyTo('UNDER'),
    promptedBy: facts.keyTo('PROMPTED_BY'),
    stages: stagesOf(facts),
    plans: plansOf(facts),
    note: given<string>(own.note),
    cites: citesOf(facts),
  };
}

export function agreementDetailOf(facts: Facts): AgreementDetailRecord {
  return {
    key: facts.key,
    sectors: facts.keys('IN_SECTOR'),
    stages: stagesOf(facts),
    supports: facts
      .tellers('CITES')
      .map((stage) => ({ stage: Number(keyOf(stage).slice(facts.key.length + 1)), cites: citesOf(facts, stage) })),
    plans: plansOf(facts),
    cites: citesOf(facts),
  };
}

function stagesOf(facts: Facts): StageRecord[] {
  return facts.parts('Stage').map((step, index) => ({
    number: numberOf(step, index),
    stage: step.properties.stage as StageRecord['stage'],
    date: given<string>(step.properties.date),
    event: facts.keyTo('MARKED_BY', step),
    note: given<string>(step.properties.note),
    cites: citesOf(facts, step),
  }));
}

function plansOf(facts: Facts): PlanRecord[] {
  return facts.parts('Plan').map((plan) => ({
    stage: given<StageRecord['stage']>(plan.properties.stage),
    description: namesOf(plan.properties),
    date: given<string>(plan.properties.date),
    cites: citesOf(facts, plan),
  }));
}

/** The number of a step, where it is not its place among those of one data set. */
function numberOf(step: Ref, index: number): number | undefined {
  const number = Number(/\d+$/.exec(keyOf(step))?.[0]);
  return number === index + 1 ? undefined : number;
}
