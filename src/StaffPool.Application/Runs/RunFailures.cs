using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Engines;

namespace StaffPool.Application.Runs;

/// <summary>Why a run ends without a result: in words, and whether trying again could help.</summary>
internal static class RunFailures
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Whether it would fail the same way however often it is tried.</summary>
    public static bool IsFinal(Exception failure) =>
        failure is RefusedException { Refusal: not Refusal.OutOfDate } or ContradictoryPinsException or EngineUnavailableException;

    public static string ReasonOf(Exception failure) => failure switch
    {
        RefusedException refused => Sentences(refused.Reasons.Select(r => r.Message)),
        ContradictoryPinsException pins => RunTexts.Of("run.pins", Sentences(pins.Violations.Select(v => v.Message))).In(French),
        EngineUnavailableException engine => RunTexts.Of("run.engine", engine.Message).In(French),
        LettersLeftException left => RunTexts.Of("run.letters", left.Count).In(French),
        _ => RunTexts.Of("run.fault").In(French),
    };

    private static string Sentences(IEnumerable<Text> texts) => string.Join(" ", texts.Select(t => t.In(French)));
}
