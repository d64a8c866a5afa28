/** What is compared with a value, and whether a field is there. */
export const comparisons = `
  equals to → is
  equals → is
  equal to → is
  is equal to → is
  is equals to → is
  is exactly → is
  not is → is not
  is not any of → is not among
  is not equal to → is not
  is not equal → is not
  not equal to → is not
  not equals → is not
  not equal → is not
  does not equal → is not
  doesn't equal → is not
  differs from → is not
  isn't in → is not among
  isn't among → is not among
  isn't → is not
  is not in → is not among
  is not one of → is not among
  is none of → is not among
  not in → is not among
  not among → is not among
  is in → is among
  is one of → is among
  is any of → is among
  is either → is among
  one of → is among
  any of → is among
  among → is among
  in → is among
  is greater than or equal to → >=
  greater than or equal to → >=
  is at least → >=
  at least → >=
  is less than or equal to → <=
  less than or equal to → <=
  is at most → <=
  at most → <=
  is greater than → >
  is more than → >
  is larger than → >
  is above → >
  is over → >
  greater than → >
  more than → >
  above → >
  exceeds → >
  is less than → <
  is smaller than → <
  is fewer than → <
  is below → <
  is under → <
  less than → <
  below → <
  does not contain → not … contains
  doesn't contain → not … contains
  does not contains → not … contains
  not contains → not … contains
  not contain → not … contains
  does not include → not … contains
  does not start with → not … starts with
  doesn't start with → not … starts with
  does not starts with → not … starts with
  not starts with → not … starts with
  not startswith → not … starts with
  does not end with → not … ends with
  doesn't end with → not … ends with
  not ends with → not … ends with
  not endswith → not … ends with
  does not match → not … matches
  doesn't match → not … matches
  does not matches → not … matches
  not matches → not … matches
  is not like → not … like
  not like → not … like
  . startswith ( # ) → starts with #
  . endswith ( # ) → ends with #
  . includes ( # ) → contains #
  . contains ( # ) → contains #
  . match ( # ) → matches #
  . matches ( # ) → matches #
  . test ( # ) → matches #
  is starting with → starts with
  startswith → starts with
  starts_with → starts with
  start with → starts with
  begins with → starts with
  beginswith → starts with
  endswith → ends with
  ends_with → ends with
  end with → ends with
  includes → contains
  include → contains
  containing → contains
  contain → contains
  is containing → contains
  is like → like
  ilike → like
  matches regex → matches
  matches pattern → matches
  is matching → matches
  match → matches
  regex → matches
  does not exist → is missing
  doesn't exist → is missing
  not exists → is missing
  is not present → is missing
  is absent → is missing
  is not missing → is present
  is available → is present
  exists → is present
  exists → -
  exist → is present
  exist → -
  isnt → is not
  of at least → >=
  of at most → <=
  of more than → >
  of less than → <
`
