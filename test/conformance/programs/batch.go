// Does a program's work many times in one process: a job a line on standard input, as JSON, an answer a line on standard output: {"error": "..."},
// or what the argument asks for, {"text": "..."} or {"objects": [...]}, in the order of their identities, so that equal sets are equal lines.
// This file is linked into the folder of every program that works so.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"sort"

	"sigs.k8s.io/yaml"
)

type answer struct {
	Text    string `json:"text,omitempty"`
	Objects []any  `json:"objects,omitempty"`
	Error   string `json:"error,omitempty"`
}

func batch[Job any](work func(Job) (string, error)) {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for in.More() {
		var job Job
		if err := in.Decode(&job); err != nil {
			panic(err)
		}
		var result answer
		text, err := work(job)
		if err == nil && os.Args[1] == "text" {
			result.Text = text
		} else if err == nil {
			result.Objects, err = parse(text)
		}
		if err != nil {
			result.Error = err.Error()
		}
		if err := out.Encode(result); err != nil {
			panic(err)
		}
	}
}

var separator = regexp.MustCompile(`(?m)^---.*$`)

// The objects of a YAML text, read as kubectl reads it; a key or an object that is there twice is an error.
func parse(text string) ([]any, error) {
	objects := []any{}
	found := map[string]any{}
	identities := []string{}
	for _, document := range separator.Split(text, -1) {
		var object map[string]any
		if err := yaml.UnmarshalStrict([]byte(document), &object); err != nil {
			return nil, err
		}
		if object == nil {
			continue
		}
		identity := identify(object)
		if found[identity] != nil {
			return nil, fmt.Errorf("%s is there twice", identity)
		}
		found[identity] = object
		identities = append(identities, identity)
	}
	sort.Strings(identities)
	for _, identity := range identities {
		objects = append(objects, found[identity])
	}
	return objects, nil
}

func identify(object map[string]any) string {
	metadata, _ := object["metadata"].(map[string]any)
	return fmt.Sprint(object["apiVersion"], " ", object["kind"], " ", metadata["namespace"], "/", metadata["name"])
}
