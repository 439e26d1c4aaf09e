import { type Segment, SegmentBuilder, type Unit } from '#utils/search/segment/segment.ts'

/** A segment of these units. */
export function buildSegment(units: readonly Unit[]): Segment {
  const builder = new SegmentBuilder()
  for (const unit of units) builder.add(unit)
  return builder.end()
}
