using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Members;

namespace StaffPool.Domain.Tests.Governance.Life;

/// <summary>Synthetic members of every kind.</summary>
internal static class People
{
    public static Member Member(string id, MemberKind kind = MemberKind.PublicEstablishment) => new() { Id = id, Name = $"Résidence {id}", Kind = kind };

    /// <summary>Members since 2020.</summary>
    public static IReadOnlyList<Membership> Since2020(params string[] ids) =>
        [.. ids.Select(id => new Membership(Member(id), new DateOnly(2020, 1, 1)))];
}
