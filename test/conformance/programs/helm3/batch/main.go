// Renders charts as `helm template` does.
package main

import (
	"bytes"
	"fmt"
	"strings"

	"helm.sh/helm/v3/pkg/action"
	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/cli"
	"helm.sh/helm/v3/pkg/cli/values"
	"helm.sh/helm/v3/pkg/getter"
)

type job struct{ Name, Chart, Values string }

// What `helm template NAME CHART -f VALUES` prints.
func template(one job) (string, error) {
	settings := cli.New()
	client := action.NewInstall(&action.Configuration{Log: func(string, ...any) {}})
	client.DryRun, client.DryRunOption, client.ClientOnly, client.Replace = true, "true", true, true
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
	release, err := client.Run(chart, stated)
	if err != nil {
		return "", err
	}
	var text bytes.Buffer
	fmt.Fprintln(&text, strings.TrimSpace(release.Manifest))
	for _, hook := range release.Hooks {
		fmt.Fprintf(&text, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
	}
	return text.String(), nil
}

func main() { batch(template) }
