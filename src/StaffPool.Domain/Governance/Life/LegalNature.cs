using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>The law that a grouping is under.</summary>
public enum LegalNature
{
    Public,
    Private,
}

/// <summary>
/// The nature of a grouping, from its members: public among public ones, private among private ones, chosen in
/// between, or public by majority where the agreement reads it so.
/// </summary>
/// <param name="Members">Its members.</param>
/// <param name="Chosen">What the agreement says, or null.</param>
/// <param name="Day">The day looked at.</param>
public sealed record NatureOfGrouping(IReadOnlyList<Member> Members, LegalNature? Chosen, DateOnly Day)
{
    /// <summary>The nature, or null where it is to be chosen and was not, or nobody is a member.</summary>
    public Traced<LegalNature?> Derive(FoundingAgreement agreement)
    {
        var publics = Members.Count(m => m.Kind.IsPublic());
        var (nature, key) = Members switch
        {
            [] => (null, "life.nature-of-nobody"),
            _ when Imposed(publics, agreement) is { } imposed => (imposed, publics == Members.Count ? "life.nature-all-public"
                : publics == 0 ? "life.nature-all-private"
                : "life.nature-mostly-public"),
            _ => (Chosen, Chosen switch
            {
                LegalNature.Public => "life.nature-chosen-public",
                LegalNature.Private => "life.nature-chosen-private",
                _ => "life.nature-to-choose",
            }),
        };
        return new(nature, [LifeTexts.Of(key, publics, Members.Count)]);
    }

    /// <summary>A choice that is missing, or that is not the members' to make.</summary>
    public IEnumerable<Violation> Assess(FoundingAgreement agreement)
    {
        var derived = Derive(agreement);
        if (derived.Value is null)
        {
            yield return Breach("life.nature-missing");
        }

        if (Chosen is not null && derived.Value is not null && Chosen != derived.Value)
        {
            yield return Breach("life.nature-not-free");
        }

        Violation Breach(string code) => new(
            code, Severity.Blocking, LifeTexts.Of(code, derived.Trace[0]), [],
            agreement.ReferenceOf(LifeSettings.PublicMajorityMakesPublic, Day));
    }

    private LegalNature? Imposed(int publics, FoundingAgreement agreement) =>
        publics == Members.Count || (publics * 2 > Members.Count && agreement.ValueOf(LifeSettings.PublicMajorityMakesPublic, Day))
            ? LegalNature.Public
            : publics == 0 ? LegalNature.Private : null;
}
