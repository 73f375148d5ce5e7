using StaffPool.Data.Audit;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.UseCases;

/// <summary>Says who changed what, to somebody whose change comes too late.</summary>
internal static class OutOfDate
{
    // More would not be read.
    private const int MostShown = 6;

    /// <param name="last">The last entry of the audit log on what was to be changed; null where it tells nothing.</param>
    public static Violation Told(AuditEntryRow? last)
    {
        if (last is null)
        {
            var unknown = UseCaseTexts.Of("out-of-date");
            return new Violation(unknown.Key, Severity.Blocking, unknown, [], null);
        }

        var fields = AuditTrail.Read(last.Changes)
            .SelectMany(row => row.Fields)
            .Where(f => !f.Key.EndsWith("_at", StringComparison.Ordinal) && !f.Key.EndsWith("_id", StringComparison.Ordinal))
            .Select(f => $"{UseCaseTexts.FieldName(f.Key)} : {f.Value[0] ?? "—"} → {f.Value[1] ?? "—"}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var message = UseCaseTexts.Of(
            "out-of-date-by", last.UserName, ParisTime.Of(last.At), UseCaseTexts.KnownTitleOf(last.UseCase),
            string.Join(" ; ", fields.Take(MostShown)) + (fields.Count > MostShown ? " ; …" : ""));
        return new Violation("out-of-date", Severity.Blocking, message, [], null);
    }
}
