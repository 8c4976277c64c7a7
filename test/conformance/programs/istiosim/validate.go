package main

import (
	"encoding/json"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/schema/collections"
)

// Verdict is what Istio's admission says of the document of this index.
type Verdict struct {
	I       int    `json:"i"`
	Error   string `json:"error,omitempty"`
	By      string `json:"by,omitempty"` // crd | istio
	Warning string `json:"warning,omitempty"`
}

// validate holds every document against its CRD, and Istio's own against Istio's validation.
func validate(dir string, enc *json.Encoder) error {
	all, err := docs(dir)
	if err != nil {
		return err
	}
	for i, u := range all {
		if u.GetNamespace() == "" {
			u.SetNamespace("default")
		}
		v := Verdict{I: i}
		if err := schemas.ValidateCustomResource(u); err != nil {
			v.Error, v.By = err.Error(), "crd"
		} else if istioGroups[u.GroupVersionKind().Group] {
			v.istio(u)
		}
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

func (v *Verdict) istio(u *unstructured.Unstructured) {
	y, _ := yaml.Marshal(u.Object)
	configs, _, err := crd.ParseInputs(string(y))
	if err != nil {
		v.Error, v.By = err.Error(), "istio"
	}
	for _, c := range configs {
		if s, ok := collections.Pilot.FindByGroupVersionKind(c.GroupVersionKind); ok {
			if w, _ := s.ValidateConfig(c); w != nil {
				v.Warning = w.Error()
			}
		}
	}
}
