# Compiled by Proviso from the checklist sample-checklist 1.0.0.

# METADATA
# title: "A sample"
# scope: package
# custom:
#   checklist: "sample-checklist"
#   version: "1.0.0"
package proviso.sample_checklist

# METADATA
# title: "What each item comes to"
# scope: document
# entrypoint: true
result := {"language": 1, "checklist": "sample-checklist", "version": "1.0.0", "items": {"S-1": s_1}}

# Parameter secrets: Files
default secrets := [".secrets"]

secrets := input.parameters["sample-checklist"].secrets if is_text_list(input.parameters["sample-checklist"].secrets)

# METADATA
# title: "S-1: Title of S-1"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
s_1 := without_url_file_setting_path

s_1 := judged(
	[s_1_check_1, s_1_check_2, s_1_check_3, s_1_check_4, s_1_check_5, s_1_check_6],
	[],
	[],
	true,
) if not without_url_file_setting_path

# METADATA
# title: "S-1, check 1: no url"
# scope: rule
# custom:
#   source: "sample.checklist:3"
s_1_check_1 := {
	"violated": violated,
	"unread": could_change(violated, unread_url, []),
	"answer": {
		"examined": count(input.url),
		"matched": count(input.url),
		"evidence": places(input.url),
		"findings": s_1_check_1_findings,
	},
} if violated := count(input.url) > 0

# S-1, check 1: no url, line 3.
s_1_check_1_finding(url) := {"at": url.at, "related": [], "message": "anywhere", "fields": {}}

# S-1, check 1: no url, line 3.
s_1_check_1_findings := [s_1_check_1_finding(url) | some url in shown(input.url)]

# METADATA
# title: "S-1, check 2: no url"
# scope: rule
# custom:
#   source: "sample.checklist:3"
s_1_check_2 := {
	"violated": violated,
	"unread": could_change(violated, unread_url_2, []),
	"answer": {
		"examined": count(urls_in_tests),
		"matched": count(urls_in_tests),
		"evidence": places(urls_in_tests),
		"findings": s_1_check_2_findings,
	},
} if violated := count(urls_in_tests) > 0

# S-1, check 2: no url, line 3.
s_1_check_2_finding(url) := {"at": url.at, "related": [], "message": "in tests", "fields": {}}

# S-1, check 2: no url, line 3.
s_1_check_2_findings := [s_1_check_2_finding(url) | some url in shown(urls_in_tests)]

# METADATA
# title: "S-1, check 3: no url"
# scope: rule
# custom:
#   source: "sample.checklist:3"
s_1_check_3 := {
	"violated": violated,
	"unread": could_change(violated, unread_url_3, []),
	"answer": {
		"examined": count(urls_in_code_or_vendored),
		"matched": count(urls_in_code_or_vendored),
		"evidence": places(urls_in_code_or_vendored),
		"findings": s_1_check_3_findings,
	},
} if violated := count(urls_in_code_or_vendored) > 0

# S-1, check 3: no url, line 3.
s_1_check_3_finding(url) := {"at": url.at, "related": [], "message": "in code, vendored", "fields": {}}

# S-1, check 3: no url, line 3.
s_1_check_3_findings := [s_1_check_3_finding(url) | some url in shown(urls_in_code_or_vendored)]

# METADATA
# title: "S-1, check 4: no file"
# scope: rule
# custom:
#   source: "sample.checklist:3"
s_1_check_4 := {
	"violated": violated,
	"unread": could_change(violated, unread_file, []),
	"answer": {
		"examined": count(files_in_python_or_shell_and_src_or_sh),
		"matched": count(files_in_python_or_shell_and_src_or_sh),
		"evidence": places(files_in_python_or_shell_and_src_or_sh),
		"findings": s_1_check_4_findings,
	},
} if violated := count(files_in_python_or_shell_and_src_or_sh) > 0

# S-1, check 4: no file, line 3.
s_1_check_4_finding(file) := {
	"at": file.at,
	"related": [],
	"message": "in python, shell, \"src/**\", \"*.sh\"",
	"fields": {},
}

# S-1, check 4: no file, line 3.
s_1_check_4_findings := [s_1_check_4_finding(file) |
	some file in shown(files_in_python_or_shell_and_src_or_sh)
]

# METADATA
# title: "S-1, check 5: no setting"
# scope: rule
# custom:
#   source: "sample.checklist:3"
s_1_check_5 := {
	"violated": violated,
	"unread": could_change(violated, unread_setting, []),
	"answer": {
		"examined": count(settings_anywhere_in_configuration),
		"matched": count(settings_anywhere_in_configuration),
		"evidence": places(settings_anywhere_in_configuration),
		"findings": s_1_check_5_findings,
	},
} if violated := count(settings_anywhere_in_configuration) > 0

# S-1, check 5: no setting, line 3.
s_1_check_5_finding(setting) := {
	"at": setting.at,
	"related": [],
	"message": "in configuration, anywhere",
	"fields": {},
}

# S-1, check 5: no setting, line 3.
s_1_check_5_findings := [s_1_check_5_finding(setting) |
	some setting in shown(settings_anywhere_in_configuration)
]

# METADATA
# title: "S-1, check 6: every path"
# scope: rule
# custom:
#   source: "sample.checklist:3"
s_1_check_6 := {
	"violated": violated,
	"unread": could_change(violated, unread_path, []),
	"answer": {
		"examined": count(s_1_check_6_subjects),
		"matched": count(s_1_check_6_violations),
		"evidence": places(s_1_check_6_subjects),
		"findings": s_1_check_6_findings,
	},
} if violated := count(s_1_check_6_violations) > 0

# S-1, check 6: every path, line 3.
s_1_check_6_subjects := [path | some path in input.path; asked_is_env_or_asked_is_among_secrets(path)]

# S-1, check 6: every path, line 3.
s_1_check_6_violations := [path | some path in s_1_check_6_subjects; not ignored_and_not_tracked(path)]

# S-1, check 6: every path, line 3.
s_1_check_6_finding(path) := {"at": path.at, "related": [], "message": "probes", "fields": {}}

# S-1, check 6: every path, line 3.
s_1_check_6_findings := [s_1_check_6_finding(path) | some path in shown(s_1_check_6_violations)]

# S-1, check 6: every path, line 3.
asked_is_env_or_asked_is_among_secrets(path) if path.asked == ".env"

asked_is_env_or_asked_is_among_secrets(path) if path.asked in secrets

# S-1, check 6: every path, line 3.
ignored_and_not_tracked(path) if {
	path.ignored
	not path.tracked
}

# What items come to where the document lacks url or file or setting or path.
without_url_file_setting_path := unjudged("undecided", missing) if {
	missing := lacking(["url", "file", "setting", "path"], [])
	count(missing) > 0
}

# What could not be read lies in one file.
lies_in_a_file(entry) if input.file[entry.file]

# A template.
is_template(file) if file.role == "template"

# Whether what could not be read lies anywhere; without a file it may lie anywhere.
unread_lies_anywhere(entry) if not lies_in_a_file(entry)

unread_lies_anywhere(entry) if {
	file := input.file[entry.file]
	not is_template(file)
}

# What could not be read anywhere.
unread_anywhere := [entry | some entry in input.undecided; unread_lies_anywhere(entry)]

# What could not be read of url, for check 1 of an item.
unread_url := unread(0, [{"kind": "url", "unread": unread_anywhere}])

# A file in tests.
in_tests(file) if {
	file.role == "test"
	not file.vendored
	not file.generated
}

# Facts of kind url in tests.
urls_in_tests := [url | some url in input.url; in_tests(input.file[url.file])]

# Whether what could not be read lies in tests; without a file it may lie anywhere.
unread_lies_in_tests(entry) if not lies_in_a_file(entry)

unread_lies_in_tests(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	in_tests(file)
}

# What could not be read in tests.
unread_in_tests := [entry | some entry in input.undecided; unread_lies_in_tests(entry)]

# What could not be read of url, for check 2 of an item.
unread_url_2 := unread(1, [{"kind": "url", "unread": unread_in_tests}])

code_or_vendored(file) if file.role in {"code", "script", "installer"}

code_or_vendored(file) if file.vendored

# A test.
is_test(file) if file.role == "test"

# A file in code or vendored.
in_code_or_vendored(file) if {
	code_or_vendored(file)
	not is_test(file)
	not file.generated
}

# Facts of kind url in code or vendored.
urls_in_code_or_vendored := [url | some url in input.url; in_code_or_vendored(input.file[url.file])]

# Whether what could not be read lies in code or vendored; without a file it may lie anywhere.
unread_lies_in_code_or_vendored(entry) if not lies_in_a_file(entry)

unread_lies_in_code_or_vendored(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	in_code_or_vendored(file)
}

# What could not be read in code or vendored.
unread_in_code_or_vendored := [entry |
	some entry in input.undecided
	unread_lies_in_code_or_vendored(entry)
]

# What could not be read of url, for check 3 of an item.
unread_url_3 := unread(2, [{"kind": "url", "unread": unread_in_code_or_vendored}])

path_matches_src_or_sh(file) if regex.match("^src/.*$", file.path)

path_matches_src_or_sh(file) if regex.match(`^(?:.*/)?[^/]*\.sh$`, file.path)

# The repository's own material: not tests, not vendored, not generated.
own_material(file) if {
	not is_test(file)
	not file.vendored
	not file.generated
}

# A file in python or shell, and "src/**" or "*.sh".
in_python_or_shell_and_src_or_sh(file) if {
	file.language in {"python", "shell"}
	path_matches_src_or_sh(file)
	own_material(file)
}

# Facts of kind file in python or shell, and "src/**" or "*.sh".
files_in_python_or_shell_and_src_or_sh := [file |
	some file in input.file
	in_python_or_shell_and_src_or_sh(file)
]

# Whether what could not be read lies in python or shell, and "src/**" or "*.sh"; without a file it may lie anywhere.
unread_lies_in_python_or_shell_and_src_or_sh(entry) if not lies_in_a_file(entry)

unread_lies_in_python_or_shell_and_src_or_sh(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	in_python_or_shell_and_src_or_sh(file)
}

# What could not be read in python or shell, and "src/**" or "*.sh".
unread_in_python_or_shell_and_src_or_sh := [entry |
	some entry in input.undecided
	unread_lies_in_python_or_shell_and_src_or_sh(entry)
]

# What could not be read of file, for check 4 of an item.
unread_file := unread(3, [{"kind": "file", "unread": unread_in_python_or_shell_and_src_or_sh}])

# A file in configuration, anywhere.
anywhere_in_configuration(file) if file.role in {"configuration", "template"}

# Facts of kind setting in configuration, anywhere.
settings_anywhere_in_configuration := [setting |
	some setting in input.setting
	anywhere_in_configuration(input.file[setting.file])
]

# Whether what could not be read lies in configuration, anywhere, templates too; without a file it may lie anywhere.
unread_lies_anywhere_in_configuration_with_templates(entry) if not lies_in_a_file(entry)

unread_lies_anywhere_in_configuration_with_templates(entry) if {
	file := input.file[entry.file]
	anywhere_in_configuration(file)
}

# What could not be read in configuration, anywhere, templates too.
unread_anywhere_in_configuration_with_templates := [entry |
	some entry in input.undecided
	unread_lies_anywhere_in_configuration_with_templates(entry)
]

# What could not be read of setting, for check 5 of an item.
unread_setting := unread(4, [
	{"kind": "setting", "unread": unread_anywhere_in_configuration_with_templates},
])

# What could not be read of path, for check 6 of an item.
unread_path := unread(5, [{"kind": "path", "unread": input.undecided}])

# Whether the input is a facts document that this module understands.
document_is_known if input.schema == 1

is_extracted(kind) if {
	is_object(input.extracted[kind])
	is_listed(kind)
}

is_listed(kind) if is_array(input[kind])

# Why an item cannot be judged: `kinds` have to be in the document, of `lists` their facts alone.
lacking(_, _) := [{"check": -1, "reason": "this is not a facts document of version 1"}] if not document_is_known

lacking(kinds, lists) := [{"check": -1, "reason": concat("", ["the facts document lacks kind ", kind]), "kind": kind} |
	some missing in [
		[kind | some kind in kinds; not is_extracted(kind)],
		[kind | some kind in lists; not is_listed(kind)],
	]
	some kind in missing
] if document_is_known

# What could not be read, and might hold facts that the check looks at.
unread(check, reaches) := [unread_reason(check, entry, reach.kind) |
	some reach in reaches
	some entry in reach.unread
	reach.kind in entry.kinds
]

unread_reason(check, entry, kind) := {
	"check": check,
	"reason": text_or_unknown([entry.reason | true]),
	"path": entry.path,
	"kind": kind,
}

unread_reason(check, entry, kind) := {
	"check": check,
	"reason": text_or_unknown([entry.reason | true]),
	"kind": kind,
} if not entry.path

# A finding more would change what has none, a finding less what has some.
could_change(violated, adds, _) := adds if not violated

could_change(violated, _, removes) := removes if violated

# What an item comes to. `checks` hold their answers beside what could change them.
judged(checks, reviews, unread_reviews, has_every) := {
	"verdict": verdict(checks, reviews, undecided, has_every),
	"checks": [check.answer | some check in checks],
	"reviews": reviews,
	"undecided": undecided,
} if {
	unread_checks := [check.unread | some check in checks]
	undecided := [reason |
		some part in [unread_checks, unread_reviews]
		some reasons in part
		some reason in reasons
	]
}

# The first that applies: fail, undecided, review, not applicable, pass.
verdict(checks, _, _, _) := "fail" if some_check_fails(checks)

verdict(checks, _, undecided, _) := "undecided" if {
	not some_check_fails(checks)
	count(undecided) > 0
}

verdict(checks, reviews, undecided, _) := "review" if {
	not some_check_fails(checks)
	count(undecided) == 0
	count(reviews) > 0
}

verdict(checks, reviews, undecided, has_every) := "not applicable" if {
	not some_check_fails(checks)
	count(undecided) == 0
	count(reviews) == 0
	nothing_examined(checks, has_every)
}

verdict(checks, reviews, undecided, has_every) := "pass" if {
	not some_check_fails(checks)
	count(undecided) == 0
	count(reviews) == 0
	not nothing_examined(checks, has_every)
}

some_check_fails(checks) if {
	some check in checks
	check.violated
	count(check.unread) == 0
}

nothing_examined(checks, has_every) if {
	has_every
	count([1 | some check in checks; check.answer.examined > 0]) == 0
}

unjudged(word, reasons) := {"verdict": word, "checks": [], "reviews": [], "undecided": reasons}

# How many findings a check gives in full.
default limit := 1000

# A whole number cuts.
limit := input.limit if is_array(array.slice([], 0, input.limit))

# Those of a list that are given in full.
shown(list) := array.slice(list, 0, limit)

# The places of the first 5.
places(facts) := [fact.at | some fact in array.slice(facts, 0, 5)]

# A value as a message shows it.
default text_of(_) := "(unknown)"

text_of(value) := value if is_string(value)

text_of(value) := json.marshal(value) if is_number(value)

text_of(value) := json.marshal(value) if is_boolean(value)

text_of(value) := "none" if is_null(value)

# Of a field that may be missing: a list of its value, or an empty one.
text_or_unknown(values) := text_of(values[0]) if count(values) > 0

text_or_unknown(values) := "(unknown)" if count(values) == 0

is_text_list(list) if {
	is_array(list)
	count([1 | some value in list; not is_string(value)]) == 0
}

# What is said of the items. Only `deny` and `warn`, which Conftest asks for, look here.
about := {"S-1": {"title": "Title of S-1", "severity": "high", "fixes": ["", "", "", "", "", ""]}}

# What violates an item.
deny contains {
	"msg": concat("", [
		id,
		" ",
		finding.at.path,
		":",
		json.marshal(finding.at.line),
		":",
		json.marshal(finding.at.column),
		" ",
		finding.message,
	]),
	"_loc": {"file": finding.at.path, "line": finding.at.line},
	"path": finding.at.path,
	"line": finding.at.line,
	"column": finding.at.column,
	"check": i,
	"fix": about[id].fixes[i],
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "fail"
	some i, check in item.checks
	some finding in check.findings
}

# An item that fails, of which no finding can be told: a limit of 0 gives none, and foreign facts may have no place.
deny contains {
	"msg": concat("", [id, " fails; its findings are not given"]),
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "fail"
	count([finding.message |
		some check in item.checks
		some finding in check.findings
		is_string(finding.at.path)
		is_number(finding.at.line)
		is_number(finding.at.column)
	]) == 0
}

# Why an item is undecided.
deny contains {
	"msg": concat("", [id, " is undecided: ", reason.reason]),
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "undecided"
	some reason in item.undecided
	count([1 | is_string(reason.path)]) == 0
}

# The same, of a file.
deny contains {
	"msg": concat("", [id, " is undecided: ", reason.path, " ", reason.reason]),
	"_loc": {"file": reason.path, "line": 1},
	"path": reason.path,
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "undecided"
	some reason in item.undecided
	is_string(reason.path)
}

# What a person has to answer.
warn contains {
	"msg": concat("", [id, " ", review.question]),
	"places": [finding.at | some finding in review.evidence],
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "review"
	some review in item.reviews
}
