using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// Figures read from what the grouping already knows: its needs, its sites, its professionals. One for each member, zero
/// for who has nothing.
/// </summary>
public static class DeclaredFigures
{
    /// <summary>Half-days a year of all the needs of each member, with the steps of the conversion.</summary>
    /// <param name="members">Who may declare.</param>
    /// <param name="needs">The needs of one campaign.</param>
    /// <param name="conversion">To whole half-days a year.</param>
    /// <param name="from">Day from which the campaign counts.</param>
    public static IReadOnlyList<MemberFigure> HalfDays(
        IEnumerable<Member> members, IEnumerable<NeedDeclaration> needs, NeedConversion conversion, DateOnly from)
    {
        var converted = needs.ToLookup(
            n => n.Site.Member.Id,
            n => (Need: n, PerYear: conversion.PerYear(n.Quantity, n.Site.Opening)),
            StringComparer.Ordinal);
        return
        [
            .. members.Select(m => new MemberFigure(
                m.Id, FigureKind.HalfDaysDeclared, converted[m.Id].Sum(c => c.PerYear.Value), from)
            {
                Trace = [.. converted[m.Id].SelectMany(c => c.PerYear.Trace.Select(step =>
                    ShareTexts.Of("shares.of-need", c.Need.Profession.Name, c.Need.Site.Name, step)))],
            }),
        ];
    }

    /// <summary>Authorised places of the sites of each member, where they are known.</summary>
    public static IReadOnlyList<MemberFigure> Places(IEnumerable<Member> members, IEnumerable<Site> sites, DateOnly from)
    {
        var places = sites.ToLookup(s => s.Member.Id, s => s.Places ?? 0, StringComparer.Ordinal);
        return [.. members.Select(m => new MemberFigure(m.Id, FigureKind.Places, places[m.Id].Sum(), from))];
    }

    /// <summary>Full-time equivalents that each member lends as employer of shared professionals.</summary>
    public static IReadOnlyList<MemberFigure> FullTimeEquivalentsLent(
        IEnumerable<Member> members, IEnumerable<Professional> professionals, DateOnly from)
    {
        var lent = professionals.ToLookup(p => p.Employer.Id, p => p.FullTimeEquivalent, StringComparer.Ordinal);
        return [.. members.Select(m => new MemberFigure(m.Id, FigureKind.FullTimeEquivalentsLent, lent[m.Id].Sum(), from))];
    }
}
