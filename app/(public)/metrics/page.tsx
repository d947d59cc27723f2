import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { MetricList } from "@/components/metric/metric-list";
import { listMetrics } from "@/lib/data/public/metrics";

export const metadata: Metadata = {
  title: "What is measured",
  description: "Every metric with its definition, unit, and how many figures and regions it has.",
};

export default async function Page() {
  return (
    <SiteFrame section="metrics">
      <MetricList metrics={await listMetrics()} />
    </SiteFrame>
  );
}
