// host ENTRYPOINT MODULE FACTS …, any number of the three: what the modules answer, a line of JSON each, through OPA's own
// host of modules.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	_ "github.com/open-policy-agent/opa/v1/features/wasm"
	"github.com/open-policy-agent/opa/v1/resolver"
	"github.com/open-policy-agent/opa/v1/resolver/wasm"
)

func main() {
	given := os.Args[1:]
	for ; len(given) >= 3; given = given[3:] {
		answer, err := evaluate(given[0], given[1], given[2])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(answer)
	}
}

func evaluate(entrypoint, modulePath, factsPath string) (string, error) {
	module, err := os.ReadFile(modulePath)
	if err != nil {
		return "", err
	}
	facts, err := os.ReadFile(factsPath)
	if err != nil {
		return "", err
	}
	input, err := ast.ValueFromReader(strings.NewReader(string(facts)))
	if err != nil {
		return "", err
	}
	ref, err := ast.PtrRef(ast.DefaultRootDocument, entrypoint)
	if err != nil {
		return "", err
	}
	policy, err := wasm.New([]ast.Ref{ref}, module, nil)
	if err != nil {
		return "", err
	}
	defer policy.Close()
	result, err := policy.Eval(context.Background(), resolver.Input{Ref: ref, Input: ast.NewTerm(input)})
	if err != nil {
		return "", err
	}
	answer, err := ast.JSON(result.Value)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(answer)
	return string(text), err
}
