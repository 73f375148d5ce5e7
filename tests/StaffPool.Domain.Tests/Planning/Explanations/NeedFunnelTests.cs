using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Domain.Workforce;
using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Planning.Explanations;

public sealed class NeedFunnelTests
{
    [Fact]
    public void Another_profession_falls_first() =>
        Fallen(Base().Profession("ergo").Professional("bob", "ergo", "a", 10), FunnelStep.Profession)
            .ShouldBe("Pro bob est ergo\u00A0: ne peut pas servir le besoin de Site a en psy.");

    [Fact]
    public void A_missing_qualification_is_named() =>
        Fallen(
            new ProblemBuilder().Site("a").Profession("psy").Professional("bob", "psy", "a", 10)
                .Need("a", "psy", 10, n => n with { RequiredQualifications = ["DU gériatrie"] }),
            FunnelStep.Qualification)
            .ShouldBe("Pro bob n’a pas la qualification demandée par Site a\u00A0: DU gériatrie.");

    [Fact]
    public void A_refusal_is_told()
    {
        var builder = Base();
        builder.Professional("bob", "psy", "a", 10, p => p with { Consent = new Consent { Refused = [builder.SiteOf("a")] } });
        Fallen(builder, FunnelStep.Consent).ShouldBe("Pro bob a refusé d’intervenir à Site a.");
    }

    [Fact]
    public void A_status_that_the_site_does_not_host_is_told() =>
        Fallen(
            new ProblemBuilder().Site("a", also: s => s with { AcceptedStatuses = [EmploymentStatus.PublicContract] })
                .Profession("psy").Professional("bob", "psy", "a", 10).Need("a", "psy", 10),
            FunnelStep.Status)
            .ShouldBe("Site a n’accueille pas le statut de Pro bob (titulaire).");

    [Fact]
    public void A_distance_is_told_in_kilometres() =>
        Fallen(
            Base().Site("b", 32).Professional("bob", "psy", "b", 10).Set(AgreementSettings.DistanceFromBase, new DistanceLimit(25, LimitMode.Hard)),
            FunnelStep.Distance)
            .ShouldBe("Pro bob irait à Site a, à 32,0\u00A0km de sa base Site b (limite\u00A0: 25\u00A0km).");

    [Fact]
    public void A_soft_distance_stops_nobody() =>
        FunnelOf(Base().Site("b", 32).Professional("bob", "psy", "b", 10).Set(AgreementSettings.DistanceFromBase, new DistanceLimit(25, LimitMode.Soft)))
            .CouldStillHelp.ShouldHaveSingleItem().Id.ShouldBe("bob");

    [Fact]
    public void A_pin_at_zero_forbids() =>
        Fallen(Base().Professional("bob", "psy", "a", 10).Pin("bob", "a/psy", 0), FunnelStep.Pin)
            .ShouldBe("Pro bob\u00A0: l’administrateur a exclu une intervention à Site a.");

    [Fact]
    public void A_pin_that_takes_all_the_time_elsewhere_is_named() =>
        Fallen(
            Base().Site("b").Need("b", "psy", 10).Professional("bob", "psy", "a", 10).Pin("bob", "b/psy", 10),
            FunnelStep.Pin,
            ("bob", "b/psy", 10))
            .ShouldBe("Pro bob est retenu ailleurs par l’administrateur\u00A0: Site b (10).");

    [Fact]
    public void The_site_limit_says_where_the_person_is_and_what_is_left() =>
        Fallen(
            Base().Site("b").Need("b", "psy", 4).Professional("bob", "psy", "a", 10).Set(AgreementSettings.MaxSitesPerProfessional, 1),
            FunnelStep.SiteLimit,
            ("bob", "b/psy", 4))
            .ShouldBe("Pro bob intervient déjà sur 1 site, le maximum, et garde 6 demi-journées sans emploi\u00A0: Site b (4).");

    [Fact]
    public void A_hard_distance_between_sites_stops_who_is_too_far_away() =>
        Fallen(
            Base().Site("b", 30).Need("b", "psy", 4).Professional("bob", "psy", "a", 10)
                .Set(AgreementSettings.DistanceBetweenSites, new DistanceLimit(20, LimitMode.Hard)),
            FunnelStep.SitesApart,
            ("bob", "b/psy", 4))
            .ShouldBe("Pro bob interviendrait à Site a et à Site b, distants de 30,0\u00A0km (limite\u00A0: 20\u00A0km).");

    [Fact]
    public void Who_is_full_is_shown_where_the_time_goes() =>
        Fallen(
            Base().Site("b").Need("b", "psy", 10).Professional("bob", "psy", "a", 10), FunnelStep.Capacity, ("bob", "b/psy", 10))
            .ShouldBe("Pro bob donne déjà tout son temps (10 demi-journées)\u00A0: Site b (10).");

    [Fact]
    public void What_is_left_must_make_a_block() =>
        Fallen(
            Base().Site("b").Need("b", "psy", 8).Professional("bob", "psy", "a", 10).Set(AgreementSettings.SmallestBlockPerYear, 5),
            FunnelStep.SmallestBlock,
            ("bob", "b/psy", 8))
            .ShouldBe("Pro bob n’a plus que 2 demi-journées, moins que le bloc minimal de 5 demi-journées\u00A0: Site b (8).");

    [Fact]
    public void The_quota_of_the_member_comes_last() =>
        Fallen(
            new ProblemBuilder().Site("a", quotaPerYear: 6).Profession("psy").Profession("ergo")
                .Need("a", "psy", 10).Need("a", "ergo", 6).Professional("eve", "ergo", "a", 6).Professional("bob", "psy", "a", 10),
            FunnelStep.Quota,
            ("eve", "a/ergo", 6))
            .ShouldBe("Membre a a un quota de 6 demi-journées, toutes professions réunies, et le plan en prend déjà 6.");

    [Fact]
    public void Who_serves_the_need_is_apart_and_says_why_no_more()
    {
        var serving = FunnelOf(Base().Site("b").Need("b", "psy", 4).Professional("bob", "psy", "a", 10), ("bob", "a/psy", 6), ("bob", "b/psy", 4))
            .Serving.ShouldHaveSingleItem();
        serving.HalfDays.ShouldBe(6);
        serving.WhyNoMore!.ToString().ShouldBe("le reste de son temps va ailleurs\u00A0: Site b (4)");
    }

    private static ProblemBuilder Base() => new ProblemBuilder().Site("a").Profession("psy").Need("a", "psy", 10);

    private static NeedFunnel FunnelOf(ProblemBuilder builder, params (string, string, int)[] cells)
    {
        var problem = builder.Build();
        return NeedFunnel.Of(problem, problem.Plan(cells), problem.Demands.Single(d => d.Need.Id == "a/psy"));
    }

    /// <summary>The reason of the one person who falls at this question.</summary>
    private static string Fallen(ProblemBuilder builder, FunnelStep step, params (string, string, int)[] cells)
    {
        var fallen = FunnelOf(builder, cells).FallenAt(step).ShouldHaveSingleItem();
        return fallen.Reason.Message.ToString();
    }
}
