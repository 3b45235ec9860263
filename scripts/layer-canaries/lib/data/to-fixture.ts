import { target } from './district.fixture'

export const canary = target
