using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Needs;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Quantities written as <see cref="QuantityReader"/> reads them.</summary>
internal static class QuantityWriter
{
    public static string Of(NeedQuantity quantity) => Numbers.Of(quantity.Amount) + " " + (quantity.Unit == NeedUnit.HoursPerWeeks
        ? FormattableString.Invariant($"hours/{quantity.EveryWeeks} weeks")
        : QuantityReader.WordOf(quantity.Unit));
}
