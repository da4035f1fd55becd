using MentorBot.Benchmarks.Children;
using MentorBot.Benchmarks.Figures;

return args switch
{
    ["serve", var kind, .. var details] => await ServingChild.Run(kind, details),
    ["cohort", var mentees, var mentors, var places, var kind] => CohortFigures.Measure(mentees, mentors, places, kind),
    ["cohort"] => await CohortFigures.Print(),
    ["slots"] => SlotFigures.Print(),
    ["press"] => await Measurements.RunPress(),
    _ => await Measurements.Run(),
};
