/** What has to hold, and what must not. */
export const requirements = `
  cannot be → must be not
  cannot have → must have not
  cannot → must not
  can not → must not
  can't be → must be not
  never → must not
  should not be → must be not
  shall not be → must be not
  must not use → must be not
  must not set → must be not
  must not be → must be not
  must never be → must be not
  may not be → must be not
  should not have → must have not
  must not have → must have not
  must never have → must have not
  must has → must have
  must set # # → must have # is #
  must use # # → must have # is #
  must define # # → must have # is #
  must set → must have
  must use → must have
  must define → must have
  must enable → must have
  must specify → must have
  must declare → must have
  must provide → must have
  must include → must have
  must contain → must have
  must always → must
  must also → must
  should always → must
  should → must
  shall → must
  has to → must
  have to → must
  needs to → must
  need to → must
  ought to → must
  will → must
  => → must
  then → must
  may → must
  has no → must have no
  has → must have
  have → must have
  is → must be
  are → must be
  and must have → and
  and must be → and
  and must → and
  and should → and
  or must → or
  must not have → where not
  must not be → where not
  must not → where not
  must have → where
  must be → where
  must → where
`
