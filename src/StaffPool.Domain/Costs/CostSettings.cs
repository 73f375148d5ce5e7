using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs;

/// <summary>Every setting about money that a founding agreement may fix, with its default and source.</summary>
public static class CostSettings
{
    /// <summary>Who bears the half-days lost to absences; Picardie shares the risk among all.</summary>
    public static SettingDefinition<AbsenceRisk> AbsenceRisk { get; } =
        new("costs.absence-risk", Analysis.AbsenceRisk.Grouping, new LegalReference("Guide ANAP 2011, GCSMS du Centre de Picardie"));

    /// <summary>How often provisions are called: the sources do not say.</summary>
    public static SettingDefinition<CallFrequency> CallFrequency { get; } =
        new("costs.call-frequency", Accounts.CallFrequency.Quarterly, new LegalReference("StaffPool", Confidence.Choice));

    /// <summary>VAT on invoices to non-members, per cent. The rate is not in the sources: to be confirmed by the accountant.</summary>
    public static SettingDefinition<decimal> VatPercent { get; } =
        new("costs.vat-percent", 20m, new LegalReference("CGI, taux normal, à confirmer", Confidence.Choice)) { Range = (0, 100) };

    /// <summary>"Very marginal" in Picardie, without a figure.</summary>
    public static SettingDefinition<decimal> MostNonMemberPercent { get; } =
        new("costs.non-members.most-percent", 5m, new LegalReference("Guide ANAP 2011, GCSMS du Centre de Picardie", Confidence.Choice)) { Range = (0, 100) };

    /// <summary>Gap, in points, between a member's part of the cost and its part of the use that is worth a look.</summary>
    public static SettingDefinition<decimal> FairnessGapPoints { get; } =
        new("costs.fairness.gap-points", 5m, new LegalReference("StaffPool", Confidence.Choice)) { Range = (0, 100) };

    /// <summary>Years below which contribution and use are not compared: one year is misleading.</summary>
    public static SettingDefinition<int> FairnessYears { get; } =
        new("costs.fairness.years", 3, new LegalReference("Mémoire EHESP 2018, coopérations entre EHPAD publics autonomes", Confidence.Inferred)) { Range = (1, 20) };

    public static IReadOnlyList<SettingDefinition> All { get; } =
        [AbsenceRisk, CallFrequency, VatPercent, MostNonMemberPercent, FairnessGapPoints, FairnessYears];
}
