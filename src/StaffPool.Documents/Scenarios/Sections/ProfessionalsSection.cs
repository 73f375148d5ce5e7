using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class ProfessionalsSection
{
    public static readonly string[] Keys =
    [
        "id", "name", "profession", "employer", "base", "fte", "working-time", "status", "consent", "refuses", "referent",
        "qualifications", "reserved-half-days-per-year", "prefers", "avoids", Provenance.Source, Provenance.Synthetic,
    ];

    public static readonly string[] ConsentKeys = ["not-required-because"];

    public static void Read(Node? section, ScenarioContext context)
    {
        foreach (var fields in context.Entries(section, "professionals", Keys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var professional = ReadProfessional(fields, id, name, context);
            Provenance.Check(fields, context);
            context.Professionals.DeclareName(name, fields.PositionOf("name"));
            context.Professionals.Declare(id, fields.PositionOf("id"), professional);
        }
    }

    private static Professional? ReadProfessional(Fields fields, string? id, string? name, ScenarioContext context)
    {
        var profession = fields.RequiredReference("profession", context.Professions);
        var employer = ReadEmployer(fields, context);
        var home = fields.RequiredReference("base", context.Sites);
        var fte = fields.RequiredNumber("fte", 0.01m, 1);
        var workingTime = fields.Reference("working-time", context.WorkingTimes);
        var status = fields.Choice<EmploymentStatus>("status");
        var consent = ReadConsent(fields, context);
        var referent = fields.Text("referent");
        var qualifications = fields.Scalars("qualifications").Select(q => q.Value.Trim()).Distinct(StringComparer.Ordinal);
        var reserved = fields.Integer("reserved-half-days-per-year", 0, 1000);
        var prefers = fields.References("prefers", context.Sites);
        var avoids = fields.References("avoids", context.Sites);
        foreach (var site in prefers.Intersect(avoids))
        {
            fields.Problems.Add(fields.PositionOf("avoids"), "preference.contradiction", site.Id);
        }

        return id is null || name is null || profession is null || employer is null || home is null || fte is null
            ? null
            : new Professional
            {
                Id = id,
                Name = name,
                Profession = profession,
                Employer = employer,
                Base = home,
                FullTimeEquivalent = fte.Value,
                WorkingTime = workingTime ?? WorkingTimeRuleSet.PublicHospital,
                Status = status ?? EmploymentStatus.CivilServant,
                Consent = consent,
                ReferentManager = referent,
                Qualifications = [.. qualifications],
                ReservedHalfDaysPerYear = reserved ?? 0,
                Preferred = prefers,
                Avoided = avoids,
            };
    }

    private static Member? ReadEmployer(Fields fields, ScenarioContext context)
    {
        var employer = fields.RequiredReference("employer", context.Members);
        if (employer is { IsEmployer: false })
        {
            fields.Problems.Add(fields.PositionOf("employer"), "professional.not-employer", employer.Id);
        }

        return employer;
    }

    private static Consent ReadConsent(Fields fields, ScenarioContext context)
    {
        var refused = fields.References("refuses", context.Sites);
        switch (fields.Node("consent"))
        {
            case null:
            case ScalarNode { Value: "all" }:
                return new Consent { Refused = refused };
            case ListNode:
                var granted = fields.References("consent", context.Sites);
                foreach (var site in granted.Intersect(refused))
                {
                    fields.Problems.Add(fields.PositionOf("refuses"), "consent.contradiction", site.Id);
                }

                return new Consent { Granted = granted, Refused = refused };
            case MapNode map when Fields.Of(map, "consent", ConsentKeys, fields.Problems) is { } reason:
                return reason.RequiredText("not-required-because") is { } because
                    ? new Consent { Refused = refused, NotRequiredBecause = new LegalReference(because) }
                    : Consent.ToAll;
            case var other:
                fields.Problems.Add(other.Position, "consent.shape");
                return Consent.ToAll;
        }
    }
}
