using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Api;

/// <summary>What is only ever written.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException($"{typeToConvert.Name} is not read.");
}

/// <summary>A sentence, in the language of the request.</summary>
internal sealed class TextConverter : WriteOnlyConverter<Text>
{
    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.In(CultureInfo.CurrentUICulture));
}

internal sealed class ViolationConverter : WriteOnlyConverter<Violation>
{
    public override void Write(Utf8JsonWriter writer, Violation value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Reason.Of(value), options);
}

/// <summary>A rule that is broken, as a program reads it.</summary>
/// <param name="Code">Of the rule or of the sentence; it does not change.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Message">In the language of the request.</param>
/// <param name="Arguments">What stands in the message: numbers as numbers, all else as text.</param>
/// <param name="Subjects">Identifiers of what it is about, as scenarios call them.</param>
/// <param name="Reference">Article, clause or source; null where there is none.</param>
internal sealed record Reason(
    string Code, Severity Severity, string Message, IReadOnlyList<object?> Arguments, IReadOnlyList<string> Subjects, LegalReference? Reference)
{
    public static Reason Of(Violation violation) => new(
        violation.Code,
        violation.Severity,
        violation.Message.In(CultureInfo.CurrentUICulture),
        [.. violation.Message.Arguments.Select(Argument)],
        violation.Subjects,
        violation.Reference);

    private static object? Argument(object? value) => value switch
    {
        null or string or bool or int or long or decimal => value,
        Text text => text.In(CultureInfo.CurrentUICulture),
        Money money => money.Cents,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>A figure of a report, as a program reads it.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">A number, euro cents, a day, a truth or a text.</param>
/// <param name="Trace">The steps that lead to it; empty where it was given.</param>
internal sealed record Figure(FigureKind Kind, object Value, IReadOnlyList<Text> Trace)
{
    public static Figure Of(ReportFigure figure) => figure.Value switch
    {
        Money money => new Figure(FigureKind.Cents, money.Cents, figure.Trace),
        long or decimal or int => new Figure(FigureKind.Number, figure.Value, figure.Trace),
        DateOnly => new Figure(FigureKind.Day, figure.Value, figure.Trace),
        bool => new Figure(FigureKind.Truth, figure.Value, figure.Trace),
        Text text => new Figure(FigureKind.Text, text.In(CultureInfo.CurrentUICulture), figure.Trace),
        _ => new Figure(FigureKind.Text, ScenarioReport.Shown(figure.Value, CultureInfo.CurrentUICulture), figure.Trace),
    };
}

internal enum FigureKind
{
    Number,

    /// <summary>Euro cents.</summary>
    Cents,
    Day,
    Truth,
    Text,
}

internal sealed class FigureConverter : WriteOnlyConverter<ReportFigure>
{
    public override void Write(Utf8JsonWriter writer, ReportFigure value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Figure.Of(value), options);
}

/// <summary>The label of a row is a name or a sentence.</summary>
internal sealed class LabelConverter : WriteOnlyConverter<ReportRow>
{
    public override void Write(Utf8JsonWriter writer, ReportRow value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, new FigureRow(value.Id, ScenarioReport.Shown(value.Label, CultureInfo.CurrentUICulture), value.Figures), options);
}

/// <param name="Id">Third part of the path of its figures.</param>
/// <param name="Label">Who or what it is about.</param>
/// <param name="Figures">One per column; null where the column does not apply.</param>
internal sealed record FigureRow(string Id, string Label, IReadOnlyList<ReportFigure?> Figures);
