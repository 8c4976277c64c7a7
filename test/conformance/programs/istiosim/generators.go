package main

import (
	"fmt"
	"strings"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	proxyproto "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/listener/proxy_protocol/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"google.golang.org/protobuf/types/known/anypb"

	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pkg/spiffe"
)

type wrap struct {
	model.XdsResourceGenerator
	edit func(*model.Proxy, *discovery.Resource) (*anypb.Any, error)
}

func (w wrap) Generate(n *model.Proxy, r *model.WatchedResource, req *model.PushRequest) (model.Resources, model.XdsLogDetails, error) {
	res, d, err := w.XdsResourceGenerator.Generate(n, r, req)
	var out model.Resources
	for _, x := range res { // copies: these are shared with pilot's cache
		a, err := w.edit(n, x)
		if err != nil {
			return nil, d, err
		}
		if a != nil {
			out = append(out, &discovery.Resource{Name: x.Name, Resource: a, Version: x.Version})
		}
	}
	return out, d, err
}

// identified gives a node the identity that a real one proves with its certificate: without one it gets no TLS secrets.
type identified struct{ model.XdsResourceGenerator }

func (g identified) Generate(n *model.Proxy, r *model.WatchedResource, req *model.PushRequest) (model.Resources, model.XdsLogDetails, error) {
	n.VerifiedIdentity = &spiffe.Identity{TrustDomain: "cluster.local", Namespace: n.ConfigNamespace, ServiceAccount: "default"}
	return g.XdsResourceGenerator.Generate(n, r, req)
}

// listener puts what binds a port on the node's own address, and lets a client name the original
// destination with the PROXY protocol, which stands in for the iptables redirection.
func (p *Pilot) listener(n *model.Proxy, r *discovery.Resource) (*anypb.Any, error) {
	l := &listener.Listener{}
	if err := r.Resource.UnmarshalTo(l); err != nil {
		return nil, err
	}
	if l.TrafficDirection == core.TrafficDirection_INBOUND || l.Name == "virtualInbound" || l.Name == "connect_originate" {
		return nil, nil
	}
	if sa := l.GetAddress().GetSocketAddress(); sa != nil && (l.BindToPort == nil || l.BindToPort.Value) {
		sa.Address = n.IPAddresses[0]
		l.AdditionalAddresses = nil
	}
	if l.Name == "virtualOutbound" {
		a, err := anypb.New(&proxyproto.ProxyProtocol{})
		if err != nil {
			return nil, err
		}
		l.ListenerFilters = append([]*listener.ListenerFilter{{
			Name: "envoy.filters.listener.proxy_protocol", ConfigType: &listener.ListenerFilter_TypedConfig{TypedConfig: a},
		}}, l.ListenerFilters...)
	}
	p.note(n.ID, l)
	return anypb.New(l)
}

// note remembers to which route tables a listener refers.
func (p *Pilot) note(node string, l *listener.Listener) {
	chains := l.FilterChains
	if l.DefaultFilterChain != nil {
		chains = append(chains, l.DefaultFilterChain)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.rds[node] == nil {
		p.rds[node] = map[string]bool{}
	}
	for _, fc := range chains {
		for _, f := range fc.Filters {
			h := &hcm.HttpConnectionManager{}
			if f.GetTypedConfig().MessageIs(h) && f.GetTypedConfig().UnmarshalTo(h) == nil && h.GetRds() != nil {
				p.rds[node][h.GetRds().RouteConfigName] = true
			}
		}
	}
}

// route only adds: response headers that say what Envoy chose, and a request header that, when sent,
// takes the place of the random number in weighted picks.
func (p *Pilot) route(n *model.Proxy, r *discovery.Resource) (*anypb.Any, error) {
	rc := &route.RouteConfiguration{}
	if err := r.Resource.UnmarshalTo(rc); err != nil {
		return nil, err
	}
	for k, v := range map[string]string{"x-sim-cluster": "%UPSTREAM_CLUSTER_RAW%", "x-sim-route": "%ROUTE_NAME%", "x-sim-flags": "%RESPONSE_FLAGS%"} {
		rc.ResponseHeadersToAdd = append(rc.ResponseHeadersToAdd, said(k, v))
	}
	for _, vh := range rc.VirtualHosts {
		for _, rt := range vh.Routes {
			w := rt.GetRoute().GetWeightedClusters()
			if w == nil || w.RandomValueSpecifier != nil {
				continue
			}
			total := uint32(0)
			for _, c := range w.Clusters {
				total += c.GetWeight().GetValue()
			}
			rt.ResponseHeadersToAdd = append(rt.ResponseHeadersToAdd, said("x-sim-total", fmt.Sprint(total)))
			w.RandomValueSpecifier = &route.WeightedCluster_HeaderName{HeaderName: "x-sim-random"}
		}
	}
	return anypb.New(rc)
}

// said is a response header that Envoy adds.
func said(key, value string) *core.HeaderValueOption {
	return &core.HeaderValueOption{
		Header: &core.HeaderValue{Key: key, Value: value}, AppendAction: core.HeaderValueOption_OVERWRITE_IF_EXISTS_OR_ADD, KeepEmptyValue: true,
	}
}

// cluster drops TLS to backends: they speak plain HTTP, and no certificate agent runs here.
func (p *Pilot) cluster(_ *model.Proxy, r *discovery.Resource) (*anypb.Any, error) {
	c := &cluster.Cluster{}
	if err := r.Resource.UnmarshalTo(c); err != nil {
		return nil, err
	}
	if strings.HasPrefix(c.Name, "inbound|") || c.Name == "InboundPassthroughCluster" {
		return nil, nil
	}
	c.TransportSocket, c.TransportSocketMatches = nil, nil
	return anypb.New(c)
}
