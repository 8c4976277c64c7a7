// Renders charts as `helm template` does.
package main

import (
	"bytes"
	"fmt"
	"strings"

	"helm.sh/helm/v4/pkg/action"
	"helm.sh/helm/v4/pkg/chart/loader"
	"helm.sh/helm/v4/pkg/cli"
	"helm.sh/helm/v4/pkg/cli/values"
	"helm.sh/helm/v4/pkg/getter"
	release "helm.sh/helm/v4/pkg/release/v1"
)

type job struct{ Name, Chart, Values string }

// What `helm template NAME CHART -f VALUES` prints.
func template(one job) (string, error) {
	settings := cli.New()
	client := action.NewInstall(action.NewConfiguration())
	client.DryRunStrategy, client.Replace = action.DryRunClient, true
	client.ReleaseName, client.Namespace = one.Name, settings.Namespace()
	options := values.Options{ValueFiles: []string{one.Values}}
	stated, err := options.MergeValues(getter.All(settings))
	if err != nil {
		return "", err
	}
	chart, err := loader.Load(one.Chart)
	if err != nil {
		return "", err
	}
	made, err := client.Run(chart, stated)
	if err != nil {
		return "", err
	}
	result, ok := made.(*release.Release)
	if !ok {
		return "", fmt.Errorf("a release of type %T", made)
	}
	var text bytes.Buffer
	fmt.Fprintln(&text, strings.TrimSpace(result.Manifest))
	for _, hook := range result.Hooks {
		fmt.Fprintf(&text, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
	}
	return text.String(), nil
}

func main() { batch(template) }
