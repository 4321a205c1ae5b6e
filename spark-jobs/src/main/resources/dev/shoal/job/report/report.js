(function () {
  "use strict";

  var data = JSON.parse(document.getElementById("data").textContent);
  var charts = [];
  var GROUPS = ["#d1495b", "#0b7fab", "#e09f3e", "#5b8e7d", "#7b5ea7", "#8a8d91", "#b5651d", "#3d5a80"];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  function escaped(text) {
    return String(text).replace(/[&<>"']/g, function (letter) {
      return "&#" + letter.charCodeAt(0) + ";";
    });
  }

  function degrees(value, positive, negative) {
    var size = Math.round(Math.abs(value) * 100) / 100;
    return size + "°" + (value > 0 ? positive : value < 0 ? negative : "");
  }

  function lonText(value) {
    var turned = ((((value + 180) % 360) + 360) % 360) - 180;
    return degrees(turned, "E", "W");
  }

  function latText(value) {
    return degrees(value, "N", "S");
  }

  function moment(millis) {
    return new Date(millis).toISOString().slice(0, 16).replace("T", " ");
  }

  function axis(values) {
    return Object.assign({
      axisLine: { lineStyle: { color: colour("line") } },
      axisTick: { lineStyle: { color: colour("line") } },
      axisLabel: { color: colour("soft"), fontSize: 11 },
      splitLine: { show: false }
    }, values);
  }

  function tip(values) {
    return Object.assign({
      backgroundColor: colour("card"),
      borderColor: colour("line"),
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: colour("ink"), fontSize: 12 },
      extraCssText: "box-shadow:0 2px 10px rgba(0,0,0,.18)"
    }, values);
  }

  function mapAxes(box) {
    var step = [1, 2, 5, 10, 20, 30, 60].find(function (s) { return (box[2] - box[0]) / s <= 7; }) || 90;
    var lonStep = { min: box[0], max: box[2], interval: step };
    var latStep = { min: box[1], max: box[3], interval: step };
    return { lon: ticks(lonStep, lonText), lat: ticks(latStep, latText) };
  }

  // ECharts counts its ticks from the edge; these axes carry none, and lines at round degrees are drawn instead.
  function ticks(range, text) {
    var marks = [];
    for (var at = Math.ceil(range.min / range.interval) * range.interval; at <= range.max; at += range.interval) {
      marks.push({ value: at, text: text(at) });
    }
    return { min: range.min, max: range.max, marks: marks };
  }

  function picture(image, box, ground) {
    return {
      type: "custom",
      silent: true,
      animation: false,
      data: [[box[0], box[1], box[2], box[3]]],
      encode: { x: [0, 2], y: [1, 3] },
      renderItem: function (params, api) {
        var low = api.coord([box[0], box[1]]);
        var high = api.coord([box[2], box[3]]);
        var place = { x: low[0], y: high[1], width: high[0] - low[0], height: low[1] - high[1] };
        return {
          type: "group",
          children: [
            { type: "rect", shape: place, style: { fill: ground } },
            { type: "image", style: Object.assign({ image: image }, place) }
          ]
        };
      },
      z: 1
    };
  }

  function graticule(axes, box) {
    return {
      type: "custom",
      silent: true,
      animation: false,
      data: [[box[0], box[1]]],
      renderItem: function (params, api) {
        var children = [];
        var soft = { fill: colour("soft"), fontSize: 11 };
        axes.lon.marks.forEach(function (mark) {
          var from = api.coord([mark.value, box[1]]);
          var to = api.coord([mark.value, box[3]]);
          children.push(line(from, to));
          children.push(label(mark.text, from[0], from[1] + 6, "center", "top", soft));
        });
        axes.lat.marks.forEach(function (mark) {
          var from = api.coord([box[0], mark.value]);
          var to = api.coord([box[2], mark.value]);
          children.push(line(from, to));
          children.push(label(mark.text, from[0] - 6, from[1], "right", "middle", soft));
        });
        return { type: "group", children: children };
      },
      z: 3
    };
  }

  function line(from, to) {
    return {
      type: "line",
      shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
      style: { stroke: "rgba(255,255,255,0.22)", lineWidth: 1 }
    };
  }

  function label(text, x, y, align, vertical, style) {
    return {
      type: "text",
      style: Object.assign({ text: text, x: x, y: y, textAlign: align, textVerticalAlign: vertical }, style)
    };
  }

  function mapBase(chart, box, ground) {
    var axes = mapAxes(box);
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: {
        left: 46, right: 22, top: 8, bottom: 28,
        show: true, backgroundColor: colour("stripe"), borderColor: colour("line")
      },
      xAxis: { type: "value", min: box[0], max: box[2], show: false },
      yAxis: { type: "value", min: box[1], max: box[3], show: false },
      series: [picture(chart.image, chart.box, colour(ground)), graticule(axes, box)]
    };
  }

  function footprints(chart) {
    var box = chart.box.slice();
    chart.footprints.forEach(function (item) {
      item.places.forEach(function (place) {
        box[0] = Math.min(box[0], place[0]);
        box[1] = Math.min(box[1], place[1]);
        box[2] = Math.max(box[2], place[0]);
        box[3] = Math.max(box[3], place[1]);
      });
    });
    var option = mapBase(chart, box, "sea");
    var groups = [];
    chart.footprints.forEach(function (item) {
      if (groups.indexOf(item.group) < 0) {
        groups.push(item.group);
      }
    });
    groups.forEach(function (group, at) {
      var paint = GROUPS[at % GROUPS.length];
      chart.footprints.filter(function (item) { return item.group === group; }).forEach(function (item) {
        option.series.push(footprint(item, group, paint, box));
      });
    });
    option.color = groups.map(function (group, at) { return GROUPS[at % GROUPS.length]; });
    option.legend = {
      data: groups.map(function (group) { return { name: group, icon: "roundRect" }; }),
      top: 0, left: 46, itemWidth: 14, itemHeight: 9, textStyle: { color: colour("ink") }
    };
    option.grid.top = 36;
    option.tooltip = tip({
      trigger: "item",
      formatter: function (hit) { return escaped(hit.data.name || hit.name || hit.seriesName); }
    });
    return option;
  }

  function footprint(item, group, paint, box) {
    var base = { name: group, animation: false, z: 5, itemStyle: { color: paint } };
    if (item.shape === "point") {
      return Object.assign(base, {
        type: "scatter",
        z: 8,
        symbolSize: 10,
        itemStyle: { color: paint, borderColor: "#ffffff", borderWidth: 1.5 },
        label: {
          show: true, position: "right", formatter: function () { return item.name; },
          color: colour("ink"), fontSize: 11, textBorderColor: colour("card"), textBorderWidth: 3
        },
        data: item.places.map(function (place) { return { name: item.name, value: place }; })
      });
    }
    if (item.shape === "track") {
      return Object.assign(base, {
        type: "line",
        showSymbol: false,
        z: 7,
        lineStyle: { color: paint, width: 3 },
        symbol: "circle",
        symbolSize: 6,
        data: item.places.map(function (place) { return { name: item.name, value: place }; })
      });
    }
    return Object.assign(base, {
      type: "custom",
      data: [{ name: item.name, value: item.places[0] }],
      renderItem: function (params, api) {
        return {
          type: "polygon",
          shape: { points: item.places.map(function (place) { return api.coord(place); }) },
          style: { fill: paint, opacity: wide(item, box) ? 0 : 0.07 },
          styleEmphasis: { fill: paint, opacity: wide(item, box) ? 0 : 0.28 }
        };
      },
      markLine: {
        silent: true,
        symbol: "none",
        label: { show: false },
        lineStyle: { color: paint, width: 2, type: "solid" },
        data: item.places.map(function (place, at) {
          return [{ coord: place }, { coord: item.places[(at + 1) % item.places.length] }];
        })
      }
    });
  }

  // An area that fills most of the map is shown by its outline alone.
  function wide(item, box) {
    var lon = item.places.map(function (place) { return place[0]; });
    var lat = item.places.map(function (place) { return place[1]; });
    var width = Math.max.apply(null, lon) - Math.min.apply(null, lon);
    var height = Math.max.apply(null, lat) - Math.min.apply(null, lat);
    return width * height > 0.6 * (box[2] - box[0]) * (box[3] - box[1]);
  }

  function series(chart) {
    var low = Infinity;
    var high = -Infinity;
    chart.values.forEach(function (value, i) {
      if (value !== null && chart.flags[i] !== 3 && chart.flags[i] !== 4) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    });
    if (!(low <= high)) {
      low = 0;
      high = 1;
    }
    var margin = (high - low || 1) * 0.12;
    var bottom = low - margin;
    var top = high + margin;
    var kinds = { 3: [], 4: [] };
    var good = [];
    chart.values.forEach(function (value, i) {
      var time = chart.times[i];
      if (i > 0 && time - chart.times[i - 1] > chart.gapMillis) {
        good.push([chart.times[i - 1] + 1, null]);
      }
      if (value === null) {
        good.push([time, null]);
      } else if (kinds[chart.flags[i]]) {
        kinds[chart.flags[i]].push(marked(time, value, bottom, top, chart.flags[i]));
      } else {
        good.push([time, value]);
      }
    });
    return seriesOption(chart, good, kinds, bottom, top);
  }

  function marked(time, value, bottom, top, flag) {
    var beyond = value < bottom || value > top;
    return {
      value: [time, Math.max(bottom, Math.min(top, value)), value],
      symbol: beyond ? "triangle" : flag === 3 ? "diamond" : "circle",
      symbolRotate: value < bottom ? 180 : 0,
      symbolSize: beyond ? 8 : flag === 3 ? 10 : 6
    };
  }

  function seriesOption(chart, good, kinds, bottom, top) {
    var narrow = window.innerWidth < 600;
    var places = top - bottom > 20 ? 0 : top - bottom > 2 ? 1 : 2;
    return {
      animation: false,
      useUTC: true,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      color: [colour("good"), colour("suspect"), colour("fail")],
      grid: { left: narrow ? 40 : 50, right: 16, top: 36, bottom: 74 },
      legend: {
        top: 2, left: narrow ? 34 : 44, itemWidth: 14, itemHeight: 9, textStyle: { color: colour("ink") },
        data: [{ name: "good", icon: "roundRect" }, { name: "suspect", icon: "diamond" }, { name: "fail", icon: "circle" }]
      },
      xAxis: axis({
        type: "time", splitNumber: narrow ? 3 : 6,
        axisLabel: {
          color: colour("soft"), fontSize: 11, showMinLabel: false, showMaxLabel: false,
          formatter: function (value) { return moment(value).replace(" 00:00", "").replace(" ", "\n"); }
        }
      }),
      yAxis: axis({
        type: "value", min: bottom, max: top,
        axisLabel: {
          color: colour("soft"), fontSize: 11, showMinLabel: false, showMaxLabel: false,
          formatter: function (value) { return value.toFixed(places); }
        },
        splitLine: { show: true, lineStyle: { color: colour("line"), opacity: 0.7 } }
      }),
      dataZoom: [
        { type: "inside", filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseMove: true },
        {
          type: "slider", filterMode: "none", height: 22, bottom: 10, borderColor: colour("line"),
          backgroundColor: "transparent", fillerColor: "rgba(90,150,200,0.18)", textStyle: { color: colour("soft") },
          dataBackground: { lineStyle: { color: colour("soft"), opacity: 0.4 }, areaStyle: { opacity: 0.08 } },
          handleStyle: { color: colour("soft") },
          labelFormatter: function (value) { return moment(value).slice(0, 10); }
        }
      ],
      tooltip: tip({
        trigger: "item",
        formatter: function (hit) {
          var value = hit.value[2] === undefined ? hit.value[1] : hit.value[2];
          return moment(hit.value[0]) + " UTC<br><b>" + value + "</b> · " + escaped(hit.seriesName);
        }
      }),
      series: [
        {
          name: "good", type: "line", showSymbol: false, connectNulls: false, data: good,
          lineStyle: { width: 1.1, color: colour("good") }, z: 2
        },
        { name: "suspect", type: "scatter", data: kinds[3], z: 5, itemStyle: { color: colour("suspect") } },
        { name: "fail", type: "scatter", data: kinds[4], z: 4, itemStyle: { color: colour("fail") } }
      ]
    };
  }

  // Reads values back from the colours of a map's picture.
  function reader(chart) {
    var canvas = document.createElement("canvas");
    var context = null;
    var image = new Image();
    image.onload = function () {
      canvas.width = image.width;
      canvas.height = image.height;
      context = canvas.getContext("2d", { willReadFrequently: true });
      context.drawImage(image, 0, 0);
    };
    image.src = chart.image;
    var index = {};
    chart.colours.forEach(function (hex, i) { index[hex] = i; });
    return function (lon, lat) {
      var box = chart.box;
      var x = Math.floor((lon - box[0]) / (box[2] - box[0]) * canvas.width);
      var y = Math.floor((box[3] - lat) / (box[3] - box[1]) * canvas.height);
      if (!context || x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) {
        return "";
      }
      var pixel = context.getImageData(x, y, 1, 1).data;
      var hex = "#" + [pixel[0], pixel[1], pixel[2]].map(function (part) {
        return (part < 16 ? "0" : "") + part.toString(16);
      }).join("");
      var place = latText(lat) + " " + lonText(lon) + "  ";
      if (pixel[3] === 0 || index[hex] === undefined) {
        return place + "no value";
      }
      var last = chart.colours.length - 1;
      var sign = index[hex] === 0 ? "≤ " : index[hex] === last ? "≥ " : "";
      return place + sign + (chart.low + index[hex] / last * (chart.high - chart.low)).toFixed(1);
    };
  }

  function readout(entry) {
    var output = entry.element.parentNode.querySelector("output");
    var read = reader(entry.data);
    entry.chart.getZr().on("mousemove", function (event) {
      var place = entry.chart.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]);
      output.textContent = place ? read(Math.round(place[0] * 100) / 100, Math.round(place[1] * 100) / 100) : "";
    });
    entry.chart.getZr().on("globalout", function () { output.textContent = ""; });
  }

  function option(entry) {
    if (entry.data.kind === "series") {
      return series(entry.data);
    }
    return entry.data.kind === "map" ? mapBase(entry.data, entry.data.frame, "land") : footprints(entry.data);
  }

  function size(entry) {
    entry.element.style.width = "";
    var width = entry.element.clientWidth;
    var height = 360;
    if (entry.data.kind !== "series") {
      var frame = entry.data.kind === "map" ? 36 : 64;
      var aspect = entry.data.aspect;
      if ((width - 68) / aspect > 640) {
        width = Math.round(640 * aspect) + 68;
        entry.element.style.width = width + "px";
      }
      height = Math.round((width - 68) / aspect) + frame;
    } else if (width < 500) {
      height = 300;
    }
    entry.element.style.height = height + "px";
  }

  function draw() {
    charts.forEach(function (entry) {
      size(entry);
      entry.chart.resize();
      entry.chart.setOption(option(entry), true);
    });
  }

  document.querySelectorAll("[data-chart]").forEach(function (element) {
    var entry = { element: element, data: data[Number(element.getAttribute("data-chart"))] };
    size(entry);
    entry.chart = echarts.init(element);
    charts.push(entry);
    if (entry.data.kind === "map") {
      readout(entry);
    }
  });
  draw();

  var waiting = 0;
  window.addEventListener("resize", function () {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 120);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addListener(draw);
  window.matchMedia("print").addListener(draw);
})();
