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
result := {
	"language": 1,
	"checklist": "sample-checklist",
	"version": "1.0.0",
	"items": {"DOC-01": doc_01},
}

# Parameter lowest_port: The lowest port that is fine
default lowest_port := 1024

lowest_port := input.parameters["sample-checklist"].lowest_port if is_number(input.parameters["sample-checklist"].lowest_port)

# METADATA
# title: "DOC-01: Title of DOC-01"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
doc_01 := without_sentence_script_url

doc_01 := judged(
	[doc_01_check_1, doc_01_check_2, doc_01_check_3],
	[review |
		some reviews in [[{"question": "Is that all?", "matched": 0, "evidence": []}], doc_01_review_2]
		some review in reviews
	],
	[could_change(count(doc_01_review_2_matches) > 0, unread_url_2, [])],
	false,
) if {
	not without_sentence_script_url
	doc_01_applies
}

doc_01 := does_not_apply(unread_script_2) if {
	not without_sentence_script_url
	not doc_01_applies
}

# DOC-01, line 9: applies when.
doc_01_applies if doc_01_applies_some_script

# DOC-01, line 9: applies when.
doc_01_applies_some_script if some _ in own_scripts

# METADATA
# title: "DOC-01, check 1: some sentence"
# scope: rule
# custom:
#   source: "sample.checklist:3"
doc_01_check_1 := {
	"violated": violated,
	"unread": could_change(violated, [], unread_sentence),
	"answer": {
		"examined": count(sentences_in_documentation),
		"matched": count(doc_01_check_1_matches),
		"evidence": places(sentences_in_documentation),
		"findings": doc_01_check_1_findings,
	},
} if violated := count(doc_01_check_1_matches) < 1

# DOC-01, check 1: some sentence, line 3.
doc_01_check_1_matches := [sentence | some sentence in sentences_in_documentation; not sentence.negated]

# DOC-01, check 1: some sentence, line 3.
doc_01_check_1_near_misses := [sentence | some sentence in sentences_in_documentation; sentence.negated]

# DOC-01, check 1: some sentence, line 3.
doc_01_check_1_finding_at_anchor := {
	"at": anchor("documentation"),
	"related": places(doc_01_check_1_near_misses),
	"message": "none",
	"fields": {},
}

# DOC-01, check 1: some sentence, line 3.
doc_01_check_1_findings := [doc_01_check_1_finding_at_anchor |
	count(doc_01_check_1_matches) < 1
	limit > 0
]

# METADATA
# title: "DOC-01, check 2: at most 2 script"
# scope: rule
# custom:
#   source: "sample.checklist:3"
doc_01_check_2 := {
	"violated": violated,
	"unread": could_change(violated, unread_script, []),
	"answer": {
		"examined": count(own_scripts),
		"matched": count(own_scripts),
		"evidence": places(own_scripts),
		"findings": doc_01_check_2_findings,
	},
} if violated := count(own_scripts) > 2

# DOC-01, check 2: at most 2 script, line 3.
doc_01_check_2_finding(script) := {"at": script.at, "related": [], "message": "too many", "fields": {}}

# DOC-01, check 2: at most 2 script, line 3.
doc_01_check_2_findings := [doc_01_check_2_finding(script) |
	some i, script in own_scripts
	i == 2
	limit > 0
]

# METADATA
# title: "DOC-01, check 3: exactly 1 url"
# scope: rule
# custom:
#   source: "sample.checklist:3"
doc_01_check_3 := {
	"violated": violated,
	"unread": could_change(violated, unread_url, unread_url),
	"answer": {
		"examined": count(own_urls),
		"matched": count(doc_01_check_3_matches),
		"evidence": places(own_urls),
		"findings": doc_01_check_3_findings,
	},
} if violated := count(doc_01_check_3_matches) != 1

# DOC-01, check 3: exactly 1 url, line 3.
doc_01_check_3_matches := [url | some url in own_urls; is_number(url.port); url.port >= lowest_port]

# DOC-01, check 3: exactly 1 url, line 3.
doc_01_check_3_finding(url) := {"at": url.at, "related": [], "message": "not one", "fields": {}}

# DOC-01, check 3: exactly 1 url, line 3.
doc_01_check_3_near_misses := [url | some url in own_urls; not port_at_least_lowest_port(url)]

# DOC-01, check 3: exactly 1 url, line 3.
doc_01_check_3_finding_at_anchor := {
	"at": anchor("repository"),
	"related": places(doc_01_check_3_near_misses),
	"message": "not one",
	"fields": {},
}

# DOC-01, check 3: exactly 1 url, line 3.
doc_01_check_3_findings := [finding |
	some group in [
		[doc_01_check_3_finding(url) | some i, url in doc_01_check_3_matches; i == 1; limit > 0],
		[doc_01_check_3_finding_at_anchor | count(doc_01_check_3_matches) < 1; limit > 0],
	]
	some finding in group
]

# DOC-01, review 2.
doc_01_review_2 := [review |
	some url in array.slice(doc_01_review_2_matches, 0, 1)
	finding := doc_01_review_2_finding(url)
	review := {
		"question": finding.message,
		"matched": count(doc_01_review_2_matches),
		"evidence": doc_01_review_2_evidence,
	}
]

# DOC-01, review 2.
doc_01_review_2_some_query_key_fails(url) if {
	some query_key in url.query_keys
	not query_key_is_listed(query_key)
}

# DOC-01, review 2.
doc_01_review_2_matches := [url | some url in own_urls; doc_01_review_2_some_query_key_fails(url)]

# DOC-01, review 2.
doc_01_review_2_finding(url) := {
	"at": url.at,
	"related": [],
	"message": concat("", ["What is ", shown_text, " for?"]),
	"fields": {"text": shown_text},
} if shown_text := text_of(url.text)

# DOC-01, review 2.
doc_01_review_2_evidence := [doc_01_review_2_finding(url) | some url in shown(doc_01_review_2_matches)]

# DOC-01, check 3: exactly 1 url, line 3.
port_at_least_lowest_port(url) if {
	is_number(url.port)
	url.port >= lowest_port
}

# DOC-01, review 2.
query_key_is_listed(query_key) if query_key in {"q", "page", "size"}

# What items come to where the document lacks sentence or script or url.
without_sentence_script_url := unjudged("undecided", missing) if {
	missing := lacking(["sentence", "script", "url"], ["file"])
	count(missing) > 0
}

# A test.
is_test(file) if file.role == "test"

# The repository's own material: not tests, not vendored, not generated.
own_material(file) if {
	not is_test(file)
	not file.vendored
	not file.generated
}

# Facts of kind script in the repository's own material.
own_scripts := [script | some script in input.script; own_material(input.file[script.file])]

# A file in documentation.
in_documentation(file) if {
	file.role == "documentation"
	own_material(file)
}

# Facts of kind sentence in documentation.
sentences_in_documentation := [sentence |
	some sentence in input.sentence
	in_documentation(input.file[sentence.file])
]

# What could not be read lies in one file.
lies_in_a_file(entry) if input.file[entry.file]

# A template.
is_template(file) if file.role == "template"

# Whether what could not be read lies in documentation; without a file it may lie anywhere.
unread_lies_in_documentation(entry) if not lies_in_a_file(entry)

unread_lies_in_documentation(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	in_documentation(file)
}

# What could not be read in documentation.
unread_in_documentation := [entry | some entry in input.undecided; unread_lies_in_documentation(entry)]

# What could not be read of sentence, for check 1 of an item.
unread_sentence := unread(0, [{"kind": "sentence", "unread": unread_in_documentation}])

# Whether what could not be read lies in the repository's own material; without a file it may lie anywhere.
unread_lies_in_own_material(entry) if not lies_in_a_file(entry)

unread_lies_in_own_material(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	own_material(file)
}

# What could not be read in the repository's own material.
unread_own_material := [entry | some entry in input.undecided; unread_lies_in_own_material(entry)]

# What could not be read of script, for check 2 of an item.
unread_script := unread(1, [{"kind": "script", "unread": unread_own_material}])

# Facts of kind url in the repository's own material.
own_urls := [url | some url in input.url; own_material(input.file[url.file])]

# What could not be read of url, for check 3 of an item.
unread_url := unread(2, [{"kind": "url", "unread": unread_own_material}])

# What could not be read of url, for an item.
unread_url_2 := unread(-1, [{"kind": "url", "unread": unread_own_material}])

# What could not be read of script, for an item.
unread_script_2 := unread(-1, [{"kind": "script", "unread": unread_own_material}])

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

# An item whose condition is false comes to this, unless what could not be read might make it true.
does_not_apply(unread) := unjudged("not applicable", []) if count(unread) == 0

does_not_apply(unread) := unjudged("undecided", unread) if count(unread) > 0

unjudged(word, reasons) := {"verdict": word, "checks": [], "reviews": [], "undecided": reasons}

# How many findings a check gives in full.
default limit := 1000

# A whole number cuts.
limit := input.limit if is_array(array.slice([], 0, input.limit))

# Those of a list that are given in full.
shown(list) := array.slice(list, 0, limit)

# The places of the first 5.
places(facts) := [fact.at | some fact in array.slice(facts, 0, 5)]

# Where a finding about something that is missing stands.
default anchor(_) := {"path": ".", "line": 1, "column": 1, "endLine": 1, "endColumn": 1}

anchor(word) := input.anchors[word]

anchor(word) := input.anchors.repository if not input.anchors[word]

# A value as a message shows it.
default text_of(_) := "(unknown)"

text_of(value) := value if is_string(value)

text_of(value) := json.marshal(value) if is_number(value)

text_of(value) := json.marshal(value) if is_boolean(value)

text_of(value) := "none" if is_null(value)

# Of a field that may be missing: a list of its value, or an empty one.
text_or_unknown(values) := text_of(values[0]) if count(values) > 0

text_or_unknown(values) := "(unknown)" if count(values) == 0

# What is said of the items. Only `deny` and `warn`, which Conftest asks for, look here.
about := {"DOC-01": {"title": "Title of DOC-01", "severity": "high", "fixes": ["", "", ""]}}

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
