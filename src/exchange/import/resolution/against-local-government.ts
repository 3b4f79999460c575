/** Words of names of what makes agreements too, and is no place. */
const BODY =
  /(?:^| )(lembaga|badan|universitas|universiti|university|institut|institute|yayasan|foundation|kementerian|ministry|dinas|asosiasi|association|agency|company|corporation|sekolah|school|college|kedutaan|embassy|konsulat|consulate)(?: |$)|^(pt|cv)\.? /i;
/** Words for land, whose government may be called otherwise and be of any level. */
const LAND = /^(pulau|kepulauan|semenanjung) | (islands?|peninsula)$/i;

/** Why a name is not taken for that of a new local government without somebody saying so; null: nothing in it speaks against it. */
export function againstLocalGovernment(name: string): string | null {
  const body = BODY.exec(name.trim());
  if (body !== null) return `“${body[1] ?? body[2]}” is a word for a body, and no known place is called so`;
  const land = LAND.exec(name.trim());
  return land === null
    ? null
    : `“${land[1] ?? land[2]}” is a word for land and not for a local government, and no known place is called so`;
}
