// Builds kustomizations as `kustomize build` does, and reads folders of plain YAML.
package main

import (
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// One of the two.
type job struct{ Kustomization, Plain string }

func main() {
	options := krusty.MakeDefaultOptions()
	options.Reorder = krusty.ReorderOptionUnspecified // as the command does
	batch(func(one job) (string, error) {
		if one.Plain != "" {
			return plain(one.Plain)
		}
		resources, err := krusty.MakeKustomizer(options).Run(filesys.MakeFsOnDisk(), one.Kustomization)
		if err != nil {
			return "", err
		}
		text, err := resources.AsYaml()
		return string(text), err
	})
}

// The files of a folder, one after the other.
func plain(folder string) (string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return "", err
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		texts = append(texts, string(text))
	}
	return strings.Join(texts, "\n---\n"), nil
}
