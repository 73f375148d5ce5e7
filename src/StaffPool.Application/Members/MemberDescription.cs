using StaffPool.Application.UseCases;
using StaffPool.Data.Members;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Members;

/// <param name="Name">Unlike that of every other member.</param>
/// <param name="Kind">Its legal nature.</param>
/// <param name="IsEmployer">Whether it employs shared professionals.</param>
/// <param name="QuotaPerYear">Half-days a year that it accepts at most, or null for no limit.</param>
public sealed record MemberDescription(string Name, MemberKind Kind, bool IsEmployer, int? QuotaPerYear)
{
    private const int MostPerYear = 1_000_000;

    /// <param name="isTaken">Whether another member has a name.</param>
    internal IEnumerable<Violation> Assess(Func<string, bool> isTaken)
    {
        foreach (var problem in TextField.Assess("name", Name))
        {
            yield return problem;
        }

        if (TextField.Kept(Name) is { } name && isTaken(name))
        {
            yield return MemberTexts.Blocking("member.name-taken", name);
        }

        if (!Enum.IsDefined(Kind))
        {
            yield return MemberTexts.Blocking("member.kind");
        }

        if (QuotaPerYear is < 0 or > MostPerYear)
        {
            yield return MemberTexts.Blocking("member.quota", MostPerYear, QuotaPerYear);
        }
    }

    /// <param name="people">Professionals that it employs.</param>
    internal IEnumerable<Violation> AssessEmployer(int people) =>
        !IsEmployer && people > 0 ? [MemberTexts.Blocking("member.still-employs", Name, people)] : [];

    internal void WriteTo(MemberRow row) =>
        (row.Name, row.Kind, row.IsEmployer, row.QuotaPerYear) = (Name.Trim(), Kind, IsEmployer, QuotaPerYear);
}
