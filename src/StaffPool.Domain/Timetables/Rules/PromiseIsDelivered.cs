using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>The half-days promised are in the calendar; those that are not are carried over, and said.</summary>
public sealed class PromiseIsDelivered : ITimetableRule
{
    public string Code => "timetable.undelivered";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from delivery in Delivery.Of(problem, timetable)
        where delivery.Undelivered > 0
        let promise = delivery.Promise
        select TimetableTexts.Warning(
            Code, [promise.Professional.Id, promise.Site.Id], promise.Professional.Name, promise.Site.Name, delivery.Delivered, promise.HalfDays,
            delivery.Undelivered);
}
