using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Rosters;

/// <summary>Made-up rotas of a year: nurses present at night in turn, each with her five weeks of leave; one falls ill in spring.</summary>
public static class BenchRotas
{
    private const int NursesPerLine = 8;
    private static readonly Period Year = Period.Year(2027);
    private static readonly DateOnly Ill = new(2027, 3, 15);

    /// <param name="nurses">From 1 on.</param>
    public static RosterBenchCase Of(int nurses)
    {
        var random = new Random(nurses);
        var limits = WorkingTimeLimits.Find(WorkingTimeRuleSet.PublicHospitalNight.Id, Year.Start)!;
        List<OnCallNurse> people = [.. Enumerable.Range(1, nurses).Select(i => Nurse(i, limits, random))];
        var lines = Math.Max(1, nurses / NursesPerLine);
        var zone = new OnCallZone
        {
            Name = FormattableString.Invariant($"{nurses} infirmiers, un an"),
            Sites = [new OnCallSite("zone", "Zone", lines * OnCallTerms.Usual.ResidentsPerNurse)],
            Travel = new Dictionary<(string, string), int>(),
        };
        var plan = new RotaPlan(
            Year, ZoneDuty.Presence, ZoneTurn.Night, FrenchHolidays.Of(Year.Start.Year, HolidayCalendar.France).Select(h => h.Day).ToHashSet());
        var problem = RotaBuilder.Of(zone, OnCallTerms.Usual, plan, people);
        var sick = people[0].Person;
        // The night that is over in the morning was still hers.
        var leave = new RosterPart(ParisTime.At(Ill, OnCallTerms.Usual.NightEnds), ParisTime.StartOf(Ill.AddDays(28)));
        return new RosterBenchCase(
            FormattableString.Invariant($"{nurses}"),
            problem,
            problem with { People = [.. problem.People.Select(p => p == sick ? p with { Unavailable = [.. p.Unavailable, leave] } : p)] },
            Ill);
    }

    private static OnCallNurse Nurse(int number, WorkingTimeLimits limits, Random random)
    {
        var percent = number % 3 == 0 ? 50 : number % 4 == 0 ? 80 : 100;
        // Two weeks, two weeks and one, as the others leave room for.
        int[] weeks = [4 + random.Next(10), 20 + random.Next(16), 42 + random.Next(8)];
        return new OnCallNurse(
            new RosterPerson
            {
                Id = FormattableString.Invariant($"ide-{number:00}"),
                Name = FormattableString.Invariant($"Infirmier {number} (synthétique)"),
                Contract = RotaBuilder.ContractOf(FormattableString.Invariant($"nuit-{percent}"), limits),
                TimePercent = percent,
                Unavailable = [.. weeks.Select((week, i) => Leave(week, i == 2 ? 1 : 2))],
                Had = new Dictionary<RosterMeasure, int> { [RosterMeasure.Holidays] = random.Next(3) },
            },
            new Dictionary<string, int>());
    }

    private static RosterPart Leave(int week, int length)
    {
        var monday = Days.MondayOf(Year.Start).AddDays(7 * week);
        return new RosterPart(ParisTime.StartOf(monday), ParisTime.StartOf(monday.AddDays(7 * length)));
    }
}
