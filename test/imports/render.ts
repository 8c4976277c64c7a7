import { type ApiObject, App, Chart } from 'cdk8s';

/** What a construct becomes: plain data, as it goes to YAML. */
export function rendered(make: (chart: Chart) => ApiObject): unknown {
  return make(new Chart(new App(), 'test')).toJson();
}
