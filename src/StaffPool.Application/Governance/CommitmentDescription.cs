using StaffPool.Application.UseCases;
using StaffPool.Data.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Parties">Between whom.</param>
/// <param name="FirstDay">First day in force.</param>
/// <param name="LastDay">Last one; null for one without an end.</param>
/// <param name="DocumentReference">Where the paper is found; null where it is not told.</param>
public sealed record CommitmentDescription(
    CommitmentKind Kind, string Title, string Parties, DateOnly FirstDay, DateOnly? LastDay = null, string? DocumentReference = null)
{
    /// <exception cref="RefusedException">With every problem.</exception>
    internal void Check()
    {
        var problems = new List<Violation>(
        [
            .. TextField.Assess("title", Title),
            .. TextField.Assess("parties", Parties),
            .. TextField.Assess("document_reference", DocumentReference, isRequired: false),
        ]);
        if (!Enum.IsDefined(Kind))
        {
            problems.Add(AgreementTexts.Blocking("commitment.kind"));
        }

        if (LastDay < FirstDay)
        {
            problems.Add(AgreementTexts.Blocking("commitment.reversed", FirstDay, LastDay));
        }

        RefusedException.IfAny(problems);
    }

    internal void WriteTo(CommitmentRow row) => (row.Kind, row.Title, row.Parties, row.FirstDay, row.LastDay, row.DocumentReference) =
        (Kind, Title.Trim(), Parties.Trim(), FirstDay, LastDay, TextField.Kept(DocumentReference));
}
