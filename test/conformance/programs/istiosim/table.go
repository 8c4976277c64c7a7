package main

// Request is one line of the table.
type Request struct {
	ID      string         `json:"id"`
	From    string         `json:"from"` // gateway | gateway:NS/NAME | mesh:NS/WORKLOAD
	Method  string         `json:"method,omitempty"`
	Host    string         `json:"host"`
	Path    string         `json:"path"`
	Headers map[string]any `json:"headers,omitempty"`
	Port    int            `json:"port,omitempty"`
	TLS     bool           `json:"tls,omitempty"`
	Count   int            `json:"count,omitempty"` // how often it is sent, when no route that it takes is weighted
	Mirrors bool           `json:"mirrors,omitempty"`
}

// Outcome is one distinct answer to a request, and how often it came.
type Outcome struct {
	Status    int               `json:"status"`
	Pod       string            `json:"pod,omitempty"`
	Version   string            `json:"version,omitempty"`
	Path      string            `json:"path,omitempty"`
	Host      string            `json:"host,omitempty"`
	Cluster   string            `json:"cluster,omitempty"`
	Route     string            `json:"route,omitempty"`
	Flags     string            `json:"flags,omitempty"`
	Location  string            `json:"location,omitempty"`
	SetCookie string            `json:"set_cookie,omitempty"`
	Body      string            `json:"body,omitempty"`
	Tries     int               `json:"tries,omitempty"`
	Mirrors   []string          `json:"mirrors,omitempty"`
	Error     string            `json:"error,omitempty"`
	MS        int64             `json:"ms,omitempty"`
	N         int               `json:"n"`
	Total     int               `json:"total,omitempty"`
	GRPC      string            `json:"grpc,omitempty"`
	Resp      map[string]string `json:"resp,omitempty"`
}

// Answer is all that came of one request.
type Answer struct {
	ID       string     `json:"id"`
	Outcomes []*Outcome `json:"outcomes"`
}
