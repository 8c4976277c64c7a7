import { githubFormat } from './github';
import { jsonFormat } from './json';
import { junitFormat } from './junit';
import type { Format } from './result';
import { sarifFormat } from './sarif';
import { textFormat } from './text';

/** Every format of `check`. */
export const FORMATS: readonly Format[] = [textFormat, jsonFormat, sarifFormat, githubFormat, junitFormat];
