import type { Part } from '@lianxue/persistence';
import { PlanningTests } from './planning-tests.js';
import { ProductScoring } from './product-scoring.entity.js';
import { ProductTest } from './product-test.entity.js';
import { ProductTestsHandlers } from './product-tests.handlers.js';
import { Product } from './product.entity.js';
import { PublishingComparisons } from './publishing-comparisons.js';
import { ScoringProducts } from './scoring-products.js';
import { TestersWork } from './testers-work.js';

/** 产品评测: products, their tests, and what vendors say to them. */
export const productTests: Part = {
  entities: [Product, ProductTest, ProductScoring],
  rules: [PlanningTests, ScoringProducts, TestersWork, PublishingComparisons],
  handlers: [ProductTestsHandlers],
};
