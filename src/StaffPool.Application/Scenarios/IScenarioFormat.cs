namespace StaffPool.Application.Scenarios;

/// <summary>Between the scenario files of docs/scenario-format.md and the rows of a grouping, both ways without loss.</summary>
public interface IScenarioFormat
{
    /// <summary>The rows that a scenario file describes.</summary>
    /// <param name="file">The file, UTF-8.</param>
    /// <param name="name">Name of the scenario, which becomes the code of the grouping.</param>
    /// <exception cref="UseCases.RefusedException">The file is not a valid scenario; with every problem.</exception>
    GroupingRows ToRows(byte[] file, string name);

    /// <summary>The file that describes the rows.</summary>
    byte[] ToFile(GroupingRows rows);

    /// <summary>What the rows mean, checked as strictly as a file is.</summary>
    /// <exception cref="UseCases.RefusedException">The rows do not make a valid scenario; with every problem.</exception>
    Scenario Read(GroupingRows rows);

    /// <summary>The extras of a row (what a file says beyond its columns) without some of their keys.</summary>
    /// <returns>Null where nothing is left.</returns>
    string? Without(string? extras, IReadOnlyCollection<string> keys);
}
